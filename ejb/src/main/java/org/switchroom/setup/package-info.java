/**
 * What an installation still lacks before its first call: each step is seen to be done by what is there, and nobody ticks it. An administrator
 * may put the list away.
 *
 * <p>Does not belong here: how a step is done. Each feature has its own pages; this one only looks whether something of theirs is there.
 */
package org.switchroom.setup;
