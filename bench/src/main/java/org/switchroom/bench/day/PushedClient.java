package org.switchroom.bench.day;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Speaks REST with an account of its own: submits by POST, and is told by server-sent events what becomes of its actions, as a desk is. The stream has no thread of its own.
 */
final class PushedClient extends Client {
    /** Messages that all of them were sent. */
    static final LongAdder MESSAGES = new LongAdder();

    /** How often one was cut off, and told that news were lost. */
    static final LongAdder CUT_OFF = new LongAdder();

    static final LongAdder RESYNCS = new LongAdder();

    /** How often one was asked to come again later, and did, with the same key. */
    static final LongAdder REFUSED = new LongAdder();

    private static final int UNAVAILABLE = 503;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int REMEMBERED = 300;

    private final HttpClient http;
    private final String url;
    private final String account;
    private final String token;
    private volatile String lastId = "";
    private volatile boolean resync;
    private final Map<Long, String> recent = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > REMEMBERED;
        }
    });
    private volatile boolean closed;
    private volatile Flow.Subscription stream;

    /** @param http shared by all of them */
    PushedClient(Day day, String server, int most, HttpClient http, String url, Accounts.Account account) {
        super(day, server, most);
        this.http = http;
        this.url = url;
        this.account = account.name();
        this.token = account.token();
        follow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    /** Who is cut off follows again from where it was, as any browser does. */
    private void follow() {
        HttpRequest.Builder request =
                request("api/v1/events?types=action&submitted_by=" + account).header("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        http.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(new Lines()))
                .whenComplete((response, error) -> {
                    if (!closed) {
                        CUT_OFF.increment();
                        CompletableFuture.delayedExecutor(AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                                .execute(this::follow);
                    }
                });
    }

    /** The lines of one stream. */
    private final class Lines implements Flow.Subscriber<String> {
        private String event = "";

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            stream = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("id:")) {
                lastId = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.startsWith("data:") && event.equals("resync")) {
                resync = true;
            } else if (line.startsWith("data:")) {
                MESSAGES.increment();
                take(line);
            }
        }

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onComplete() {}
    }

    private String text(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            while (response.statusCode() == UNAVAILABLE) {
                REFUSED.increment();
                Day.pause(TimeUnit.SECONDS.toNanos(
                        response.headers().firstValueAsLong("Retry-After").orElse(1)));
                response = http.send(request, BodyHandlers.ofString());
            }
            if (response.statusCode() / 100 != 2) {
                throw new IOException(request.uri() + " answers " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.toString());
        }
    }

    private void take(String json) {
        String text = field(json, "\"id\":");
        if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return;
        }
        long id = Long.parseLong(text);
        recent.put(id, json);
        for (Call call : calls()) {
            if (call.id() == id) {
                tell(call, json);
            }
        }
    }

    private static void tell(Call call, String json) {
        call.tell(field(json, "\"status\":"), field(json, "\"call_state\":"), field(json, "\"channel\":"));
    }

    /** Its first news may have come before the answer that told its id. */
    @Override
    void begun(Call call) {
        Optional.ofNullable(recent.get(call.id())).ifPresent(json -> tell(call, json));
    }

    /** The value after this name: of a text what is between the quotes; empty if there is none or it is null. */
    private static String field(String json, String name) {
        int at = json.indexOf(name);
        if (at < 0) {
            return "";
        }
        int from = at + name.length();
        if (json.charAt(from) == '"') {
            return json.substring(from + 1, json.indexOf('"', from + 1));
        }
        int to = from;
        while (to < json.length() && Character.isDigit(json.charAt(to))) {
            to++;
        }
        return json.substring(from, to);
    }

    @Override
    long submit(Demand demand) throws IOException {
        String body = "{\"server_name\":\"%s\",\"action\":\"%s\",\"headers\":%s}"
                .formatted(demand.server(), demand.action(), demand.headersAsJson());
        HttpRequest post = request("api/v1/actions")
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", demand.key())
                .POST(BodyPublishers.ofString(body))
                .build();
        return Long.parseLong(field(text(post), "\"id\":"));
    }

    /** It is told; only if news were lost it asks for each of its calls. */
    @Override
    void look() throws IOException {
        if (resync) {
            resync = false;
            RESYNCS.increment();
            for (Call call : calls()) {
                tell(
                        call,
                        text(request("api/v1/actions/" + call.id())
                                .timeout(LONGEST)
                                .build()));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        if (stream != null) {
            stream.cancel();
        }
    }
}
