package org.switchroom.ra;

import org.switchroom.ami.AmiServerStatistics;

/** {@code org.switchroom:type=Server,name=...}: the figures of one server for JMX. */
public interface ServerMXBean extends AmiServerStatistics {}
