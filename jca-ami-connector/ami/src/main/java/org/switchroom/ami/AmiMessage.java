package org.switchroom.ami;

import java.util.List;
import java.util.Optional;

/**
 * One AMI message: headers in the order in which they came. Names are compared without regard to case; a name may repeat.
 * Immutable and safe for use by many threads.
 */
public interface AmiMessage {

    /** How many headers there are, repeated ones counted each time. */
    int size();

    /** Name of the header at a position from 0 to {@code size() - 1}, spelled as it came. */
    String name(int index);

    /** Value of the header at a position from 0 to {@code size() - 1}; never null, may be empty. */
    String value(int index);

    /** Value of the first header of this name. */
    Optional<String> first(String name);

    /** Values of all headers of this name in order; empty if there is none. */
    List<String> all(String name);

    /** Value of the first header of this name, or an empty string. */
    default String text(String name) {
        return first(name).orElse("");
    }

    /** The ActionID that the message carries, if any. */
    default Optional<String> actionId() {
        return first("ActionID");
    }

    /** About how many bytes it had on the wire; for bounding memory. */
    default int byteCount() {
        int count = 2;
        for (int i = 0; i < size(); i++) {
            count += name(i).length() + value(i).length() + 4;
        }
        return count;
    }
}
