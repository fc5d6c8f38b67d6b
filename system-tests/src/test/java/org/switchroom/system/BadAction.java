package org.switchroom.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * An action that must be refused, from the corpus that all ways in are tested with.
 *
 * @param insert whether the database takes the row at all: ok, refused, either
 */
record BadAction(
        String name, String serverName, String action, String headers, String field, String fragment, String insert) {

    static List<BadAction> all() {
        try (var lines = Files.lines(
                Instance.running().root().resolve("ejb/src/test/resources/org/switchroom/queue/bad-actions.jsonl"))) {
            return lines.map(BadAction::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as a body for REST; its headers as they stand, valid JSON or not. */
    String body() {
        String start = Json.createObjectBuilder()
                .add("server_name", serverName)
                .add("action", action)
                .build()
                .toString();
        return start.substring(0, start.length() - 1) + ",\"headers\":" + headers + "}";
    }

    private static BadAction read(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject json = reader.readObject();
            return new BadAction(
                    json.getString("name"),
                    json.getString("server_name"),
                    json.getString("action"),
                    json.getString("headers"),
                    json.getString("field"),
                    json.getString("fragment"),
                    json.getString("insert"));
        }
    }
}
