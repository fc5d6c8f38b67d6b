/** Pages for what is a person's own, whatever the role. */
package org.switchroom.web.own;
