package org.switchroom.ami;

/**
 * No response came before the deadline; the connection still stands. What the server did is not known.
 */
public final class AmiTimeoutException extends AmiException {
    private static final long serialVersionUID = 1L;

    public AmiTimeoutException(String serverName, String action, long waitedMillis) {
        super("%s: no response to %s after %d ms".formatted(serverName, action, waitedMillis));
    }
}
