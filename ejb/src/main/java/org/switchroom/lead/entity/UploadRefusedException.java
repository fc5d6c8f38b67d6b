package org.switchroom.lead.entity;

import org.switchroom.common.SituationException;

/** A file is not taken, or not read on; the message is a sentence for whoever brought it. */
public class UploadRefusedException extends SituationException {
    private static final long serialVersionUID = 1L;

    public UploadRefusedException(String sentence) {
        super("upload-refused", sentence);
    }

    public UploadRefusedException(String sentence, Throwable cause) {
        super("upload-refused", sentence, cause);
    }
}
