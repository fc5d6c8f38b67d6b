package org.switchroom.monitoring.control;

import java.util.List;
import org.switchroom.monitoring.entity.Finding;

/** The self-audit has looked at every invariant. */
public record AuditDone(List<Finding> findings) {}
