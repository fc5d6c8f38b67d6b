/** Where administrators set the guard up and see what it found, and the timer that keeps it. */
package org.switchroom.guard.boundary;
