package org.switchroom.system.attack;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One method of one path of the API.
 *
 * @param numbers the parameters of the path that are whole numbers
 * @param contentType of the body; empty if it has none
 * @param roles empty if it is open to all
 */
record Operation(String method, String path, Set<String> numbers, Optional<String> contentType, Set<String> roles) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "head", "options");

    /** All that an OpenAPI document describes, by the words that stand for them in the table. */
    static Map<String, Operation> in(JsonObject document) {
        Map<String, Operation> operations = new TreeMap<>();
        JsonObject paths = document.getJsonObject("paths");
        for (String path : paths.keySet()) {
            JsonObject item = paths.getJsonObject(path);
            item.keySet().stream().filter(METHODS::contains).forEach(method -> {
                Operation operation = of(document, method, path, item);
                operations.put(operation.toString(), operation);
            });
        }
        return operations;
    }

    /** For each role what it gets when it calls this. */
    String expected(String role) {
        if (roles.isEmpty()) {
            return AuthorisationTable.YES;
        }
        if (role.equals(AuthorisationTable.NOBODY)) {
            return "401";
        }
        return roles.contains(role) ? AuthorisationTable.YES : "403";
    }

    boolean isRead() {
        return method.equals("GET");
    }

    private static Operation of(JsonObject document, String method, String path, JsonObject item) {
        JsonObject operation = item.getJsonObject(method);
        Set<String> numbers = new TreeSet<>();
        Stream.of(item, operation)
                .filter(holder -> holder.containsKey("parameters"))
                .flatMap(holder -> holder.getJsonArray("parameters").getValuesAs(JsonObject.class).stream())
                .map(parameter -> resolved(document, parameter))
                .filter(parameter -> parameter.getString("in").equals("path"))
                .filter(parameter ->
                        parameter.getJsonObject("schema").getString("type", "").equals("integer"))
                .forEach(parameter -> numbers.add(parameter.getString("name")));
        return new Operation(
                method.toUpperCase(Locale.ROOT), path, numbers, contentType(document, operation), roles(operation));
    }

    private static Optional<String> contentType(JsonObject document, JsonObject operation) {
        if (!operation.containsKey("requestBody")) {
            return Optional.empty();
        }
        JsonObject body = resolved(document, operation.getJsonObject("requestBody"));
        return body.getJsonObject("content").keySet().stream().findFirst();
    }

    private static Set<String> roles(JsonObject operation) {
        JsonArray roles = operation.containsKey("x-roles")
                ? operation.getJsonArray("x-roles")
                : Json.createArrayBuilder().build();
        List<String> names = new ArrayList<>();
        roles.getValuesAs(JsonString.class).forEach(role -> names.add(role.getString()));
        return new TreeSet<>(names);
    }

    private static JsonObject resolved(JsonObject document, JsonObject part) {
        if (!part.containsKey("$ref")) {
            return part;
        }
        String[] steps = part.getString("$ref").substring(2).split("/");
        JsonObject found = document;
        for (String step : steps) {
            found = found.getJsonObject(step);
        }
        return found;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
