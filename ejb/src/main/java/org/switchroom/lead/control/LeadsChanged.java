package org.switchroom.lead.control;

/** Lists, leads, numbers that nobody may call, or callbacks are different now; pages that show them read anew. */
public record LeadsChanged() {}
