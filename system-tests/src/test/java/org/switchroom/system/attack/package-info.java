/** What somebody tries who wants more than is his: other roles' pages, other groups' data, other people's browsers, hostile texts and files. */
package org.switchroom.system.attack;
