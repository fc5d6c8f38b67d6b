package org.switchroom.queue.control;

import java.util.Set;

/** These actions are not as they were. Fired within the transaction, so observe it after success. */
public record ActionsChanged(Set<Long> ids) {}
