/** The steps between a right password and an open session: a code, another password, a second factor. */
package org.switchroom.web.step;
