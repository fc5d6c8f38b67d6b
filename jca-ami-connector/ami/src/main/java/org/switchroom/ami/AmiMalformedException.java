package org.switchroom.ami;

/** A header that may not go on the wire. Nothing was sent. */
public final class AmiMalformedException extends AmiException {
    private static final long serialVersionUID = 1L;

    private final String header;

    public AmiMalformedException(String header, String rule) {
        super(header.isEmpty() ? rule : header + ": " + rule);
        this.header = header;
    }

    /** The header that breaks the rule; empty if its name itself does. */
    public String header() {
        return header;
    }
}
