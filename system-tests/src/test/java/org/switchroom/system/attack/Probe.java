package org.switchroom.system.attack;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchroom.system.RestClient;

/** A request of an operation, with values for its parameters. */
record Probe(Operation operation, String path, String body) {
    private static final String NOBODYS_NAME = "nowhere";
    private static final String NOBODYS_NUMBER = "999999999";

    /** So that what there is once only, like the rules of signing in, is not changed either. */
    private static final String NOBODYS_VERSION = "\"999999999\"";

    /** With ids that nothing has and a body that says nothing, so that whoever may call it changes nothing. */
    static Probe ofNothing(Operation operation) {
        return new Probe(operation, filled(operation, Map.of()), "");
    }

    /** As the table says, with the ids of these things. */
    static Probe of(Operation operation, AuthorisationTable.Named named, Things foreign, Things own) {
        Map<String, String> values = named.values().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> Things.filled(value.getValue(), foreign, own)));
        return new Probe(operation, filled(operation, values), Things.filled(named.body(), foreign, own));
    }

    RestClient.Answer by(RestClient caller) {
        String type = operation.contentType().orElse("application/json");
        return caller.call(operation.method(), path, type, content(type), "If-Match", NOBODYS_VERSION);
    }

    private byte[] content(String type) {
        if (operation.contentType().isEmpty()) {
            return new byte[0];
        }
        String usual = type.equals("application/json") ? "{}" : "phone\n+17275550149\n";
        boolean named = body.isEmpty() && !path.contains("?");
        String sent = !body.isEmpty() ? body : named && !type.equals("application/json") ? "" : usual;
        return sent.getBytes(StandardCharsets.UTF_8);
    }

    private static String filled(Operation operation, Map<String, String> values) {
        StringBuilder path = new StringBuilder();
        for (String step : operation.path().substring(1).split("/")) {
            path.append('/').append(step.startsWith("{") ? value(operation, step, values) : step);
        }
        String query = values.entrySet().stream()
                .filter(value -> !operation.path().contains("{" + value.getKey() + "}"))
                .map(value -> value.getKey() + "=" + PageClient.encoded(value.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path.toString() : path + "?" + query;
    }

    private static String value(Operation operation, String step, Map<String, String> values) {
        String name = step.substring(1, step.length() - 1);
        String otherwise = operation.numbers().contains(name) ? NOBODYS_NUMBER : NOBODYS_NAME;
        return PageClient.encoded(values.getOrDefault(name, otherwise));
    }

    @Override
    public String toString() {
        return operation.method() + " " + path + " " + body;
    }
}
