package org.switchroom.ami;

import java.util.List;

/**
 * Consecutive signals of one server's stream.
 *
 * @param serverName which server
 * @param sequence number of the first signal, counted from 1 since the server was joined; a batch that is delivered again has
 *     the same number
 * @param signals in the order in which they came, never empty
 */
public record AmiBatch(String serverName, long sequence, List<AmiSignal> signals) {
    public AmiBatch {
        signals = List.copyOf(signals);
    }
}
