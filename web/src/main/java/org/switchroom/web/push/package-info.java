/** Tells open pages over their socket that something changed; what it is they read themselves. */
package org.switchroom.web.push;
