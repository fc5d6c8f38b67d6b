/** Situations of phones. */
package org.switchroom.phone.control;
