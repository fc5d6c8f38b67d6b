package org.switchroom.web.admin.inbound;

import java.io.Serializable;
import java.util.Optional;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.inbound.entity.Setting;
import org.switchroom.inbound.entity.Shape;
import org.switchroom.inbound.entity.Target;
import org.switchroom.inbound.entity.TargetKind;

/** One setting on the edit page, with what is typed into it and what is to be said about it. */
public class InboundField implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String SERVER = "server_name";

    private final InboundKind kind;
    private final String id;
    private String value = "";
    private TargetKind targetKind;
    private String targetKey = "";
    private String problem = "";
    private String theirs;
    private boolean taken;

    InboundField(InboundKind kind, Setting setting, String value) {
        this.kind = kind;
        this.id = setting.id();
        fill(value);
    }

    /** Shows this value, whatever was typed. */
    void fill(String other) {
        value = other;
        Optional<Target> target = getSetting().shape() == Shape.TARGET ? Target.parse(other) : Optional.empty();
        targetKind = target.map(Target::kind).orElse(null);
        targetKey = target.map(Target::key).orElse("");
    }

    /** What is typed, in the setting's own spelling. */
    String typed() {
        if (getSetting().shape() != Shape.TARGET) {
            return getSetting().canonical(value);
        }
        if (targetKind == null) {
            return "";
        }
        return getSetting().canonical(targetKind + (targetKind.keys().isPresent() ? ":" + targetKey : ""));
    }

    void say(String sentence) {
        problem = sentence;
    }

    /**
     * Somebody else changed this setting meanwhile. Where nobody typed anything here the other's value is taken, else both are shown.
     *
     * @param seen the value that the page began with
     */
    void merge(String seen, String now) {
        theirs = null;
        taken = false;
        String mine = typed();
        if (now.equals(seen) || now.equals(mine)) {
            return;
        }
        if (mine.equals(seen)) {
            fill(now);
            taken = true;
        } else {
            theirs = now;
        }
    }

    public void takeTheirs() {
        fill(theirs);
        theirs = null;
        taken = true;
    }

    public Setting getSetting() {
        return kind.setting(id).orElseThrow();
    }

    /** Id of the control that its label names. */
    public String getControl() {
        if (id.equals(SERVER)) {
            return "server";
        }
        return switch (getSetting().shape()) {
            case TEXT, NUMBER -> "text";
            case CHOICE -> "choice";
            case YES_NO -> "yes";
            case LINES -> "lines";
            case REFERENCE -> "reference";
            case TARGET -> "kind";
        };
    }

    public boolean isChanged() {
        return !typed().equals(getSetting().fallback());
    }

    /** Whether the target names an item that can be chosen. */
    public boolean isRefers() {
        return targetKind != null && targetKind.refersTo().isPresent();
    }

    /** Whether the target has a key that is typed. */
    public boolean isKeyed() {
        return targetKind != null && targetKind.keys().isPresent() && !isRefers();
    }

    /** The kind of the items that can be chosen; null if none. */
    public InboundKind getItems() {
        return isRefers() ? targetKind.refersTo().orElseThrow() : getSetting().refersTo();
    }

    public int getLongest() {
        return Math.max(
                10, getSetting().shape() == Shape.NUMBER ? 0 : getSetting().most());
    }

    public boolean isNumber() {
        return getSetting().shape() == Shape.NUMBER;
    }

    public String getValue() {
        return value;
    }

    /** An empty field comes as null. */
    public void setValue(String value) {
        this.value = value == null ? "" : value;
    }

    public boolean isTruth() {
        return Boolean.parseBoolean(value);
    }

    public void setTruth(boolean truth) {
        value = Boolean.toString(truth);
    }

    public TargetKind getTargetKind() {
        return targetKind;
    }

    /** Another kind has other keys. */
    public void setTargetKind(TargetKind other) {
        if (other != targetKind) {
            targetKey = "";
        }
        targetKind = other;
    }

    public String getTargetKey() {
        return targetKey;
    }

    public void setTargetKey(String key) {
        this.targetKey = key == null ? "" : key;
    }

    public String getProblem() {
        return problem;
    }

    /** What somebody else set meanwhile, where something else is typed here; else null. */
    public String getTheirs() {
        return theirs;
    }

    /** Whether it shows what somebody else set meanwhile. */
    public boolean isTaken() {
        return taken;
    }
}
