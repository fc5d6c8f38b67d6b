/**
 * Values that every feature shares: the clock, telephone numbers, extensions, and how a text of unknown origin is shown in a message.
 *
 * <p>Does not belong here: entities, anything that only one feature uses, and helpers without a word of the trade for a name.
 */
package org.switchroom.common;
