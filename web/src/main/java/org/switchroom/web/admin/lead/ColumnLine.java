package org.switchroom.web.admin.lead;

import java.io.Serializable;

/** One column of a file on the page: its name, an example, and the field that it goes to. */
public class ColumnLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String example;
    private final int filledPercent;
    private String field;

    ColumnLine(String name, String example, int filledPercent, String field) {
        this.name = name;
        this.example = example;
        this.filledPercent = filledPercent;
        this.field = field;
    }

    public String getName() {
        return name;
    }

    public String getExample() {
        return example;
    }

    /** Of the first rows; negative where the file is not here any more. */
    public int getFilledPercent() {
        return filledPercent;
    }

    /** Empty: left out. */
    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field == null ? "" : field;
    }
}
