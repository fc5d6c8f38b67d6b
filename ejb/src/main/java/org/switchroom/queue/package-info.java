/**
 * The central queue: rows that clients insert, from NEW to their end. Claims, sends, correlates, expires and settles them, and
 * moves them to history. Does not belong here: what channels there are (feature channel), legs joined to calls (feature call).
 */
package org.switchroom.queue;
