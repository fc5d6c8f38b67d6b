package org.switchroom.ami;

/** Something went wrong between us and a server's manager port. */
public class AmiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AmiException(String message) {
        super(message);
    }

    public AmiException(String message, Throwable cause) {
        super(message, cause);
    }
}
