/** Pages and REST. Audiences have their folder and package: admin, supervisor, ...; support is what all pages share, push tells open pages what changed. */
package org.switchroom.web;
