/**
 * The load of files: detection of their format, reading, mapping, checking and storing row by row, with a position that is committed
 * together with the rows before it. Plain Java over a database and a folder; no container.
 */
package org.switchroom.lead.load;
