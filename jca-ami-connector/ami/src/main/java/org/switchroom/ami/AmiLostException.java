package org.switchroom.ami;

/**
 * The connection was lost after at least one byte of the action may have been written and before its response came. What the
 * server did is not known; the action must not be sent again without evidence.
 */
public final class AmiLostException extends AmiException {
    private static final long serialVersionUID = 1L;

    public AmiLostException(String serverName, String reason, Throwable cause) {
        super(serverName + ": " + reason, cause);
    }
}
