/** Help and glossary: what each page is for, and what the words of the trade mean. All of it stands in bundles of its own. */
package org.switchroom.web.help;
