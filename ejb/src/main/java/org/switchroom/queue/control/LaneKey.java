package org.switchroom.queue.control;

/** Rows of one server that are claimed together: its Originates, which are rated, or all else. */
record LaneKey(String serverName, boolean originate) {}
