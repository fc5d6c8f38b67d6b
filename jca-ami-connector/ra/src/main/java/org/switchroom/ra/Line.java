package org.switchroom.ra;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiResponse;

/** One logged-in socket, as far as the adapter needs it. */
public interface Line extends AutoCloseable {

    /** Version in the banner. */
    String amiVersion();

    /** Whether it can still be written to. */
    boolean isOpen();

    /** As {@link org.switchroom.ami.AmiConnection#send(AmiAction, String, Duration)}. */
    CompletableFuture<AmiResponse> send(AmiAction action, String actionId, Duration timeout);

    /** Logs off and closes; what is in flight is lost. May take a second, if the server does not answer. */
    @Override
    void close();

    /** Closes at once; what is in flight is lost. May be called from any thread, also twice. */
    void abort(String reason);
}
