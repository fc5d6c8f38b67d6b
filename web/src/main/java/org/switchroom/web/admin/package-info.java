/** Pages of administrators: Asterisk servers with what may be dialled on them, and the system itself. */
package org.switchroom.web.admin;
