package org.switchroom.system.fault;

import java.util.List;
import org.switchroom.system.Command;

/** What a process is told by the system. */
enum Signal {
    /** Freezes it: its sockets stay, nothing in it moves. */
    STOP,
    /** Lets it go on. */
    CONT,
    KILL;

    void to(long pid) {
        Command.run(List.of("kill", "-" + name(), Long.toString(pid)));
    }
}
