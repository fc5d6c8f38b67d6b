package org.switchroom.web.api;

import java.util.List;
import java.util.Map;
import org.switchroom.server.entity.ServerSettings;
import org.switchroom.web.api.json.JsonFields;

/**
 * An error as it goes out (RFC 9457).
 *
 * @param status HTTP status
 * @param id stable id of the situation, for programs
 * @param title the situation in a few words
 * @param detail a sentence for people, or null
 * @param field what of the request is wrong, or null
 * @param rule id of the rule that refused it, or null
 * @param violations all that is wrong with a server's settings; mostly empty
 * @param errorId by which the log can be searched, or null
 * @param present JSON text of what somebody else made of the thing meanwhile, or null
 */
record Problem(
        int status,
        String id,
        String title,
        String detail,
        String field,
        String rule,
        List<ServerSettings.Violation> violations,
        String errorId,
        String present) {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad request"),
            Map.entry(401, "A valid bearer token is needed"),
            Map.entry(403, "Not allowed"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(406, "Not acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "Changed meanwhile"),
            Map.entry(415, "Unsupported media type"),
            Map.entry(422, "Refused by a rule"),
            Map.entry(428, "The version that was seen is needed"),
            Map.entry(500, "Internal error"),
            Map.entry(503, "Out of service for the moment"));

    static Problem of(int status, String id, String detail) {
        return new Problem(status, id, title(status), detail, null, null, List.of(), null, null);
    }

    Problem at(String wrongField, String brokenRule) {
        return new Problem(status, id, title, detail, wrongField, brokenRule, violations, errorId, present);
    }

    Problem with(List<ServerSettings.Violation> found) {
        return new Problem(status, id, title, detail, field, rule, List.copyOf(found), errorId, present);
    }

    Problem logged(String searchedBy) {
        return new Problem(status, id, title, detail, field, rule, violations, searchedBy, present);
    }

    Problem withPresent(String json) {
        return new Problem(status, id, title, detail, field, rule, violations, errorId, json);
    }

    static String title(int status) {
        return TITLES.getOrDefault(status, "Error");
    }

    String json() {
        return JsonFields.text(json -> {
            json.field("type", "urn:switchroom:problem:" + id)
                    .field("title", title)
                    .field("status", status);
            writeIfThere(json, "detail", detail);
            writeIfThere(json, "field", field);
            writeIfThere(json, "rule", rule);
            writeIfThere(json, "error_id", errorId);
            if (present != null) {
                json.foreignJson("present", present);
            }
            if (!violations.isEmpty()) {
                json.array(
                        "violations",
                        violations,
                        (violation, each) ->
                                each.field("field", violation.field()).field("message", violation.message()));
            }
        });
    }

    private static void writeIfThere(JsonFields json, String name, String value) {
        if (value != null) {
            json.field(name, value);
        }
    }
}
