/**
 * Tests that look at a running Switchroom from outside: by SQL, REST, its pages and the real Asterisk servers behind it. They know
 * nothing of its classes.
 */
package org.switchroom.system;
