package org.switchroom.ami;

import java.util.Optional;
import java.util.Set;

/**
 * Which servers' event streams are delivered to the listener. Servers join and leave at run time. In the container it is the
 * adapter's administered object, bound at {@code java:/eis/AmiEventStreams}.
 */
public interface AmiEventStreams {

    /**
     * Opens the event stream of a server and keeps it open: reconnects after 50 ms to 5 s with jitter, after a wrong secret at
     * most once in 5 s. Joining a name again with another {@link AmiServer} replaces the stream; with an equal one it does nothing.
     */
    void join(AmiServer server);

    /** Closes a server's stream; a last {@link AmiSignal.StreamLost} is delivered. An unknown name is ignored. */
    void leave(String serverName);

    /** Names of the servers that are joined now. */
    Set<String> joined();

    /** Live figures of a server that was joined or used and has not left; an adapter without figures has none. */
    default Optional<AmiServerStatistics> statistics(String serverName) {
        return Optional.empty();
    }
}
