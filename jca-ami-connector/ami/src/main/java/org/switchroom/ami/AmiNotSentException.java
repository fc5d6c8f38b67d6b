package org.switchroom.ami;

/**
 * The action did not go out: proven that no byte of it was written, so it may be sent again.
 */
public final class AmiNotSentException extends AmiException {
    private static final long serialVersionUID = 1L;

    public AmiNotSentException(String serverName, String reason, Throwable cause) {
        super(serverName + ": " + reason, cause);
    }
}
