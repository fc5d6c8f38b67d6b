package org.switchroom.system.attack;

import java.nio.charset.StandardCharsets;
import org.switchroom.system.RestClient;

/** Files sent to the API, to be loaded. */
final class Uploads {
    private Uploads() {}

    static RestClient.Answer csv(RestClient rest, String query, String content) {
        return file(rest, query, content.getBytes(StandardCharsets.UTF_8));
    }

    static RestClient.Answer file(RestClient rest, String query, byte[] content) {
        return rest.call("POST", "/api/v1/loads?" + query, "application/octet-stream", content);
    }
}
