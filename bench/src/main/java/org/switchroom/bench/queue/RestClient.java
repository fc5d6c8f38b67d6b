package org.switchroom.bench.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Submits actions by REST on one connection that stays open. */
final class RestClient {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;

    RestClient(Instance instance) {
        this.url = instance.url();
        this.token = instance.token();
    }

    /** Returns when the row is durable. */
    void submit(String key, String server, String action, String headers) {
        HttpRequest post = HttpRequest.newBuilder(URI.create(url + "api/v1/actions"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(
                        "{\"server_name\":\"%s\",\"action\":\"%s\",\"headers\":%s}".formatted(server, action, headers)))
                .build();
        try {
            HttpResponse<String> answer = http.send(post, BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
