package org.switchroom.system.attack;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.system.Administrator;
import org.switchroom.system.RestClient;

/** Sends texts to the API and remembers what took them and what answered with anything but a sentence. */
final class Planting {
    private static final RestClient REST = Administrator.rest();

    private final List<String> accepted = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /** What stored such a text. */
    List<String> accepted() {
        return accepted;
    }

    /** What neither stored it nor refused it with a sentence. */
    List<String> wrong() {
        return wrong;
    }

    RestClient.Answer plant(String path, JsonObjectBuilder body) {
        return judged(path, REST.post(path, body.build().toString()));
    }

    RestClient.Answer judged(String what, RestClient.Answer answer) {
        boolean stored = answer.status() < 300;
        boolean refused = answer.status() >= 400
                && answer.status() < 500
                && answer.header("Content-Type").startsWith("application/problem+json")
                && !answer.json().getString("detail", "").isEmpty();
        if (stored) {
            accepted.add(what);
        } else if (!refused) {
            wrong.add(what + ": " + answer);
        }
        if (!answer.header("X-Content-Type-Options").equals("nosniff")) {
            wrong.add(what + ": a browser may guess what the answer is");
        }
        return answer;
    }

    static JsonObjectBuilder settings(String id, String text) {
        return Json.createObjectBuilder().add(id, text);
    }
}
