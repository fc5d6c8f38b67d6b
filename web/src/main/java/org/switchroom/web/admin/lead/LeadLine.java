package org.switchroom.web.admin.lead;

import java.io.Serializable;
import java.util.Objects;

/** One field of a lead as it is edited: what was read, what is typed, and what somebody else made of it meanwhile. */
public class LeadLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String word;
    private final String label;
    private final int most;
    private String read;
    private String value;
    private String theirs;
    private boolean takeTheirs;

    LeadLine(String word, String label, int most, String read) {
        this.word = word;
        this.label = label;
        this.most = most;
        this.read = read;
        this.value = read;
        this.theirs = read;
    }

    /** Another saved: what is typed stays, what is not typed becomes theirs. */
    void meet(String now) {
        boolean typed = isChanged();
        theirs = now;
        takeTheirs = false;
        if (!typed) {
            value = now;
            read = now;
        }
    }

    /** The value that the merge of both comes to. */
    String merged() {
        return takeTheirs ? theirs : value;
    }

    /** Whether something else is typed than was read. */
    public boolean isChanged() {
        return !Objects.equals(read, value);
    }

    /** Whether both changed it, and not to the same. */
    public boolean isInConflict() {
        return !Objects.equals(read, theirs) && !Objects.equals(value, theirs);
    }

    public String getWord() {
        return word;
    }

    public String getLabel() {
        return label;
    }

    public int getMost() {
        return most;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getTheirs() {
        return theirs;
    }

    public boolean isTakeTheirs() {
        return takeTheirs;
    }

    public void setTakeTheirs(boolean takeTheirs) {
        this.takeTheirs = takeTheirs;
    }
}
