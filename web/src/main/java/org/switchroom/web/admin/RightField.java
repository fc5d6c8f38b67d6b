package org.switchroom.web.admin;

import java.io.Serializable;
import java.util.SortedSet;
import java.util.TreeSet;
import org.switchroom.user.entity.GroupSettings;
import org.switchroom.user.entity.RightKind;

/** The rights of one kind on the edit page: all, or those that are listed. */
public class RightField implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RightKind kind;
    private boolean all;
    private String text;

    RightField(RightKind kind) {
        this.kind = kind;
    }

    void take(GroupSettings settings) {
        all = settings.hasAll(kind);
        text = all ? "" : String.join(", ", settings.of(kind));
    }

    SortedSet<String> values() {
        SortedSet<String> values = new TreeSet<>(GroupSettings.values(text));
        if (all) {
            values.add(RightKind.ALL);
        }
        return values;
    }

    public RightKind getKind() {
        return kind;
    }

    public boolean isAll() {
        return all;
    }

    public void setAll(boolean all) {
        this.all = all;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
