/**
 * Which actions may go to Asterisk, and the gate that every row passes before it may: the catalogue as data, and the validation that turns a
 * submission into an action that is safe to write, or into a reason for people. Plain Java: no database, no container, no network.
 *
 * <p>Does not belong here: states of rows, claiming, sending (the rest of feature queue) and the grammar of dial strings (endpoint).
 */
package org.switchroom.queue.catalogue;
