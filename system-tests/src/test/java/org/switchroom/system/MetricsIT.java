package org.switchroom.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What an operator's Prometheus reads. */
@Order(15)
class MetricsIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void showsQueueAndEachServer() {
        await("figures of pbx1 and of the queue").atMost(Duration.ofSeconds(15)).until(() -> {
            String text = get(Instance.running().value("metrics.url"));
            return text.lines()
                            .anyMatch(line ->
                                    line.startsWith("switchroom_server_up{") && line.contains("server=\"pbx1\""))
                    && text.contains("switchroom_queue_rows{")
                    && text.contains("switchroom_ami_events_in{");
        });
    }

    @Test
    void saysThatItIsWell() throws Exception {
        HttpResponse<String> answer = answer(Instance.running().value("health.url"));

        assertEquals(200, answer.statusCode(), answer::body);
    }

    private static String get(String url) throws Exception {
        return answer(url).body();
    }

    private static HttpResponse<String> answer(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
