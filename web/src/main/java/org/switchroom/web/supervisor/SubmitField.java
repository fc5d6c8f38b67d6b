package org.switchroom.web.supervisor;

import java.io.Serializable;

/** One field of the form that submits an action: a header, what was typed, and what the queue has against it. */
public class SubmitField implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final boolean mandatory;
    private final boolean repeatable;
    private String value;
    private String problem;

    SubmitField(String name, boolean mandatory, boolean repeatable, String value) {
        this.name = name;
        this.mandatory = mandatory;
        this.repeatable = repeatable;
        this.value = value;
    }

    void refuse(String sentence) {
        problem = sentence;
    }

    boolean isFilled() {
        return value != null && !value.isBlank();
    }

    public String getName() {
        return name;
    }

    public boolean isMandatory() {
        return mandatory;
    }

    /** Whether each line is a header of its own. */
    public boolean isRepeatable() {
        return repeatable;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getProblem() {
        return problem;
    }
}
