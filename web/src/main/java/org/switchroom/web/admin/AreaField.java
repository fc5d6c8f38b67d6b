package org.switchroom.web.admin;

import java.io.Serializable;

/** One area of the API on the page of a new token, chosen or not. */
public class AreaField implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String area;
    private boolean chosen;

    AreaField(String area) {
        this.area = area;
    }

    public String getArea() {
        return area;
    }

    public boolean isChosen() {
        return chosen;
    }

    public void setChosen(boolean chosen) {
        this.chosen = chosen;
    }
}
