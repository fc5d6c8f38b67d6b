package org.switchroom.web.supervisor;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.queue.catalogue.ActionCatalogue;
import org.switchroom.queue.catalogue.ActionSpec;
import org.switchroom.queue.catalogue.HeaderSpec;

/** The fields of one action, made from the catalogue, so that the page can offer only what the queue takes. */
class SubmitForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Map<String, String> USUAL = Map.of("Priority", "1", "Exten", "s", "Timeout", "30000");

    private final List<SubmitField> fields = new ArrayList<>();

    SubmitForm(String action) {
        ActionSpec spec = ActionCatalogue.find(action);
        for (HeaderSpec header : spec.headers()) {
            String usual = spec.originates() ? USUAL.get(header.name()) : null;
            fields.add(new SubmitField(header.name(), header.mandatory(), header.repeatable(), usual));
        }
    }

    List<SubmitField> fields() {
        return fields;
    }

    Optional<SubmitField> field(String name) {
        return fields.stream().filter(field -> field.getName().equals(name)).findFirst();
    }

    /** The column {@code headers}. */
    String headers() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        fields.stream().filter(SubmitField::isFilled).forEach(field -> {
            if (field.isRepeatable()) {
                JsonArrayBuilder lines = Json.createArrayBuilder();
                field.getValue().lines().filter(line -> !line.isBlank()).forEach(lines::add);
                json.add(field.getName(), lines);
            } else {
                json.add(field.getName(), field.getValue());
            }
        });
        return json.build().toString();
    }
}
