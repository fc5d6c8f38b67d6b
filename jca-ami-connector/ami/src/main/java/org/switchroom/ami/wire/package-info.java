/**
 * Bytes to messages and back: no thread, no socket, no clock. Does not belong here: who sent a message and who waits for it
 * ({@code session}).
 */
package org.switchroom.ami.wire;
