package org.switchroom.web.admin.campaign;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.campaign.entity.Setting;
import org.switchroom.campaign.entity.Violation;
import org.switchroom.web.support.Merge;

/** The settings of one thing as they are typed, over a version of it that is stored. */
public final class SettingForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<SettingField> fields = new ArrayList<>();
    private Merge merge;

    /** @param part null for a campaign */
    SettingForm(PartKind part, Collection<Setting> settings, Map<String, String> saved) {
        settings.forEach(setting ->
                fields.add(new SettingField(part, setting, saved.getOrDefault(setting.id(), setting.fallback()))));
    }

    /** What is typed otherwise than it is stored. */
    Map<String, String> edited() {
        return values(SettingField::typed, true);
    }

    /** All that is typed. */
    Map<String, String> typed() {
        return values(SettingField::typed, false);
    }

    private Map<String, String> values(Function<SettingField, String> value, boolean editedOnly) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> !editedOnly || field.isEdited())
                .forEach(field -> values.put(field.getId(), value.apply(field)));
        return values;
    }

    void type(Map<String, String> values) {
        fields.stream()
                .filter(field -> values.containsKey(field.getId()))
                .forEach(field -> field.type(values.get(field.getId())));
    }

    /** It was stored like this. */
    void saved(Map<String, String> stored) {
        merge = null;
        fields.forEach(field -> {
            field.restOn(stored.get(field.getId()));
            field.type(stored.get(field.getId()));
        });
    }

    /** Somebody else stored it first: what only one of the two changed is kept, the rest is shown. */
    void mergeWith(Map<String, String> theirs, String who, Instant at) {
        merge = Merge.of(values(SettingField::getSaved, false), typed(), theirs, who, at);
        type(merge.merged());
        fields.forEach(field -> field.restOn(theirs.get(field.getId())));
    }

    void takeTheirs(String id) {
        type(merge.withTheirs(id, typed()));
    }

    /** Says at each field what is wrong with it; returns how many have none. */
    int refuse(List<Violation> violations, Function<Violation, String> sentence) {
        fields.forEach(field -> field.refuse(null));
        int elsewhere = 0;
        for (Violation violation : violations) {
            var found = fields.stream()
                    .filter(field -> field.getId().equals(violation.field()))
                    .findFirst();
            found.ifPresent(field -> field.refuse(sentence.apply(violation)));
            elsewhere += found.isPresent() ? 0 : 1;
        }
        return elsewhere;
    }

    public List<SettingField> getFields() {
        return fields;
    }

    /** Those that are typed otherwise than they are stored. */
    public List<SettingField> getEdited() {
        return fields.stream().filter(SettingField::isEdited).toList();
    }

    public SettingField field(String id) {
        return fields.stream()
                .filter(field -> field.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Null unless somebody else was first. */
    public Merge getMerge() {
        return merge;
    }
}
