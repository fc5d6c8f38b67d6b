/** What the container gives to features that need a shared value: the clock of this machine, and timers that a clock set by hand does not stop. */
package org.switchroom.common.boundary;
