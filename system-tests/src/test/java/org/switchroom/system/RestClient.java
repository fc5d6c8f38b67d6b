package org.switchroom.system;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A program that speaks to {@code /api/v1}. */
public final class RestClient {
    /** Until when an answer must be there. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;

    public RestClient(String token) {
        this.token = token;
    }

    /** With the token that the launcher prints. */
    public static RestClient client() {
        return new RestClient(Instance.running().value("api.token"));
    }

    /** What came back. */
    public record Answer(int status, HttpResponse<String> response) {
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
                return reader.readObject();
            }
        }

        @Override
        public String toString() {
            return status + " " + response.body();
        }
    }

    public Answer post(String path, String body, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer postBytes(String path, byte[] body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    public Answer put(String path, String body, String... headers) {
        return send(request(path, headers).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Any call. */
    public Answer call(String method, String path, String contentType, byte[] body, String... headers) {
        HttpRequest.Builder request = request(path, headers)
                .setHeader("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        return send(request);
    }

    /** A file. */
    public byte[] bytes(String path) {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The id of the action that this body makes. */
    public long submit(NewAction action) {
        Answer answer = post("/api/v1/actions", action.json());
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return answer.json().getJsonNumber("id").longValue();
    }

    /** The action of this id, as REST shows it. */
    public ActionRow action(long id) {
        Map<String, String> columns = new LinkedHashMap<>();
        get("/api/v1/actions/" + id).json().forEach((name, value) -> columns.put(name, text(value)));
        return new ActionRow(columns);
    }

    public JsonArray transitions(long id) {
        return get("/api/v1/actions/" + id + "/transitions").json().getJsonArray("transitions");
    }

    public HttpRequest.Builder request(String path, String... headers) {
        URI uri = Instance.running().url(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            LeftAlone endless = new LeftAlone();
            HttpResponse<String> response = http.send(request.build(), head -> body(head, endless));
            endless.leave();
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An event stream has no end, so it counts as empty. */
    private static BodySubscriber<String> body(ResponseInfo head, LeftAlone endless) {
        boolean isStream = head.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        return isStream ? endless : BodyHandlers.ofString().apply(head);
    }

    /** Reads nothing, and ends the stream when the answer was taken; before, that would be a failure of the request. */
    private static final class LeftAlone implements BodySubscriber<String> {
        private volatile Flow.Subscription stream;

        void leave() {
            if (stream != null) {
                stream.cancel();
            }
        }

        @Override
        public CompletionStage<String> getBody() {
            return CompletableFuture.completedFuture("");
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            stream = subscription;
        }

        @Override
        public void onNext(List<ByteBuffer> item) {}

        @Override
        public void onError(Throwable thrown) {}

        @Override
        public void onComplete() {}
    }

    private static String text(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> null;
            case STRING -> ((JsonString) value).getString();
            default -> value.toString();
        };
    }
}
