package org.switchroom.common.control;

import org.switchroom.common.SituationException;

/** A sealed secret does not open: another key, another owner, or it was changed. It has to be set again. */
public final class SecretSealBrokenException extends SituationException {
    private static final long serialVersionUID = 1L;

    public SecretSealBrokenException(String owner, Throwable cause) {
        super(
                "secret-seal-broken",
                "The secret of " + owner + " can't be opened with the key of this installation; set it again",
                cause);
    }
}
