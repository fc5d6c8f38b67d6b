package org.switchroom.queue.catalogue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * The corpus of actions that must be refused, the same for every way in: {@code bad-actions.jsonl}, one object per line with name,
 * server_name, action, headers (as raw text), the expected field and a fragment of the reason, and {@code insert}: whether a database takes
 * the row at all ({@code ok}, {@code refused}, {@code either}). It takes for given a server pbx1 with a trunk {@code carrier} for numbers
 * that begin with 1555 or 9990, and the contexts switchroom-echo and switchroom-wait with extension s.
 */
final class BadActions {

    /** One line. */
    record BadAction(String name, String serverName, String action, String headers, String field, String fragment) {
        @Override
        public String toString() {
            return name;
        }
    }

    private BadActions() {}

    static Stream<BadAction> all() {
        try (InputStream corpus = BadActions.class.getResourceAsStream("/org/switchroom/queue/bad-actions.jsonl")) {
            return new String(corpus.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(BadActions::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                    json.getString("fragment"));
        }
    }
}
