package org.switchroom.web.admin.campaign;

import java.io.Serializable;
import java.util.List;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.campaign.entity.Setting;
import org.switchroom.campaign.entity.SettingKind;

/** One setting in a form: what is typed, what is stored, and what is wrong with it. */
public final class SettingField implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The kind of part that it belongs to, or null if it is a campaign's. */
    private final PartKind part;

    private final String id;
    private String saved;
    private String value;
    private String wrong;

    SettingField(PartKind part, Setting setting, String saved) {
        this.part = part;
        this.id = setting.id();
        this.saved = saved;
        this.value = saved;
    }

    Setting setting() {
        return part == null
                ? CampaignCatalogue.need(id)
                : part.fields().stream()
                        .filter(field -> field.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    /** Something else is stored now; what is typed stays. */
    void restOn(String stored) {
        saved = stored;
    }

    /** Types this value. */
    void type(String typed) {
        value = typed;
        wrong = null;
    }

    void refuse(String sentence) {
        wrong = sentence;
    }

    /** What is typed, in its one spelling if it has one. */
    String typed() {
        Setting setting = setting();
        return setting.check(value).isEmpty() ? setting.canonical(value) : value;
    }

    boolean isEdited() {
        return !typed().equals(saved);
    }

    public String getId() {
        return id;
    }

    public SettingKind getKind() {
        return setting().kind();
    }

    public String getWords() {
        return setting().words();
    }

    public String getUnit() {
        return setting().unit();
    }

    /** The setting itself, to ask for its words. */
    public Setting getSetting() {
        return setting();
    }

    /** Whether it is shown as several boxes to tick. */
    public boolean isSeveralWords() {
        return getKind().isSeveral();
    }

    /** Whether one of a list is chosen. */
    public boolean isOneWord() {
        return getKind() == SettingKind.CHOICE || getKind() == SettingKind.REFERENCE;
    }

    public boolean isSwitch() {
        return getKind() == SettingKind.YES_NO;
    }

    public boolean isLines() {
        return getKind() == SettingKind.LINES;
    }

    public boolean isLine() {
        return getKind() == SettingKind.TEXT || getKind() == SettingKind.NUMBER;
    }

    /** Id of the control that it is entered in. */
    public String getControl() {
        return isOneWord() ? "one" : isLines() ? "lines" : "line";
    }

    public String getSaved() {
        return saved;
    }

    public String getFallback() {
        return setting().fallback();
    }

    /** Whether it has no default: each has its own, as a name. */
    public boolean isWithoutDefault() {
        return getFallback().isEmpty() && setting().limits().required();
    }

    /** Whether what is typed differs from the default. */
    public boolean isChanged() {
        return !isWithoutDefault() && !typed().equals(getFallback());
    }

    public String getWrong() {
        return wrong;
    }

    public String getValue() {
        return value;
    }

    /** A decimal comma is read as a point. */
    public void setValue(String typed) {
        String text = typed == null ? "" : typed;
        type(getKind() == SettingKind.NUMBER ? text.strip().replace(',', '.') : text);
    }

    public boolean isTruth() {
        return Boolean.parseBoolean(value);
    }

    public void setTruth(boolean truth) {
        type(Boolean.toString(truth));
    }

    public String[] getSeveral() {
        return Setting.words(value).toArray(String[]::new);
    }

    public void setSeveral(String[] words) {
        type(words == null ? "" : String.join(",", List.of(words)));
    }
}
