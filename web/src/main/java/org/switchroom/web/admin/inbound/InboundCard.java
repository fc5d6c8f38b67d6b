package org.switchroom.web.admin.inbound;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.inbound.entity.Section;

/** The settings under one title. */
public class InboundCard implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Section section;
    private final List<InboundField> fields = new ArrayList<>();

    InboundCard(Section section) {
        this.section = section;
    }

    void add(InboundField field) {
        fields.add(field);
    }

    public Section getSection() {
        return section;
    }

    public List<InboundField> getFields() {
        return fields;
    }
}
