package org.switchroom.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The REST API, with an administrator's token. */
final class Rest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String JSON = "application/json";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String token;

    Rest(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** What came back. */
    record Answer(int status, String body, String tag) {

        boolean isGood() {
            return status / 100 == 2;
        }

        /** There already, or changed by somebody: what is there stays. */
        boolean isThere() {
            return status == 409 || status == 412 || status == 428;
        }

        /** The first number of this name in the JSON object. */
        long number(String field) {
            Matcher found = Pattern.compile("\"" + field + "\":(\\d+)").matcher(body);
            if (!found.find()) {
                throw new IllegalStateException("no " + field + " in " + body);
            }
            return Long.parseLong(found.group(1));
        }
    }

    Answer get(String path) {
        return exchange(request(path).GET());
    }

    /** @throws IllegalStateException if it is refused for another reason than that it is there */
    Answer post(String path, String json) {
        return needed(
                "POST " + path,
                exchange(request(path).header("Content-Type", JSON).POST(BodyPublishers.ofString(json))));
    }

    /** @throws IllegalStateException if it is refused */
    Answer upload(String path, String csv) {
        return needed(
                "POST " + path,
                exchange(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv))));
    }

    /** As {@link #post}; a change is made over the version that is there. */
    Answer send(String method, String path, String json) {
        HttpRequest.Builder request = request(path).header("Content-Type", JSON);
        if (method.equals("PATCH")) {
            request.header("If-Match", get(path).tag());
        }
        return needed(method + " " + path, exchange(request.method(method, BodyPublishers.ofString(json))));
    }

    private static Answer needed(String what, Answer answer) {
        if (!answer.isGood() && !answer.isThere()) {
            throw new IllegalStateException("%s: %d %s".formatted(what, answer.status(), answer.body()));
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            String tag = response.headers().firstValue("ETag").orElse("");
            return new Answer(response.statusCode(), response.body(), tag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
