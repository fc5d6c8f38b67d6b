package org.switchroom.web.admin.lead;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.switchroom.lead.entity.CustomField;

/** One own field of a list as it is edited; choices stand in one line with commas between. */
public class OwnFieldLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private String name;
    private String label;
    private CustomField.Kind kind = CustomField.Kind.TEXT;
    private String choices;

    static OwnFieldLine of(CustomField field) {
        OwnFieldLine line = new OwnFieldLine();
        line.name = field.name();
        line.label = field.label();
        line.kind = field.kind();
        line.choices = String.join(", ", field.choices());
        return line;
    }

    CustomField field() {
        List<String> all = kind != CustomField.Kind.CHOICE || choices == null
                ? List.of()
                : Arrays.stream(choices.split(","))
                        .map(String::strip)
                        .filter(choice -> !choice.isEmpty())
                        .toList();
        return new CustomField(name, label, kind, all);
    }

    boolean isBlank() {
        return name == null && label == null;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public CustomField.Kind getKind() {
        return kind;
    }

    public void setKind(CustomField.Kind kind) {
        this.kind = kind;
    }

    public String getChoices() {
        return choices;
    }

    public void setChoices(String choices) {
        this.choices = choices;
    }
}
