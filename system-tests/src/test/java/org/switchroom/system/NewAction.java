package org.switchroom.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** An action that a client is about to write. */
public record NewAction(String serverName, String action, Map<String, String> headers) {

    public static NewAction of(String action) {
        return new NewAction("pbx1", action, Map.of());
    }

    /** A call to this number by the carrier, into a context that answers with an echo. */
    public static NewAction callTo(String number) {
        return of("Originate")
                .with("Channel", "PJSIP/" + number + "@carrier")
                .with("Context", "switchroom-echo")
                .with("Exten", "s")
                .with("Priority", "1")
                .with("Timeout", "8000");
    }

    public static NewAction hangup(String channel) {
        return of("Hangup").with("Channel", channel).with("Cause", "16");
    }

    public NewAction on(String server) {
        return new NewAction(server, action, headers);
    }

    public NewAction with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new NewAction(serverName, action, more);
    }

    public String headersText() {
        return headersJson().toString();
    }

    /** The body for REST. */
    public String json() {
        return Json.createObjectBuilder()
                .add("server_name", serverName)
                .add("action", action)
                .add("headers", headersJson())
                .build()
                .toString();
    }

    private JsonObject headersJson() {
        JsonObjectBuilder object = Json.createObjectBuilder();
        headers.forEach(object::add);
        return object.build();
    }
}
