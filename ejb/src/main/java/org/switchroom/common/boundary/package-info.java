/** What the container gives to features that need a shared value: the clock of this machine. */
package org.switchroom.common.boundary;
