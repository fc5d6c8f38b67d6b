package org.switchroom.ra.inbound;

/** The listener or its transaction did not take a batch; nothing of it is stored. */
final class UndeliveredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndeliveredException(String message, Throwable cause) {
        super(message, cause);
    }
}
