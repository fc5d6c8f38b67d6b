package org.switchroom.bench.day;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Speaks REST: submits by POST, and is told of every action of its server by server-sent events. The stream is read by a second thread. */
final class PushedClient extends Client {
    /** Messages that all of them were sent. */
    static final LongAdder MESSAGES = new LongAdder();

    /** How often one was cut off, and told that news were lost. */
    static final LongAdder CUT_OFF = new LongAdder();

    static final LongAdder RESYNCS = new LongAdder();

    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int REMEMBERED = 300;

    private final String url;
    private final String token;
    private volatile HttpURLConnection stream;
    private volatile String lastId = "";
    private final Map<Long, String> recent = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > REMEMBERED;
        }
    });
    private volatile boolean closed;

    PushedClient(Day day, String server, int most, String url, String token) throws IOException {
        super(day, server, most);
        this.url = url;
        this.token = token;
        BufferedReader lines = follow();
        Thread reader = new Thread(() -> readAll(lines), "pushed-" + server);
        reader.setDaemon(true);
        reader.start();
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url + path).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        return connection;
    }

    private BufferedReader follow() throws IOException {
        stream = open("api/v1/events?types=action&server_name=" + server());
        stream.setRequestProperty("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            stream.setRequestProperty("Last-Event-ID", lastId);
        }
        return new BufferedReader(new InputStreamReader(stream.getInputStream(), UTF_8), 65_536);
    }

    /** Who is cut off follows again from where it was, as any browser does. */
    private void readAll(BufferedReader first) {
        BufferedReader lines = first;
        while (!closed) {
            try {
                read(lines);
                if (!closed) {
                    CUT_OFF.increment();
                    lines = follow();
                }
            } catch (IOException e) {
                Day.pause(AGAIN_NANOS);
            }
        }
    }

    private void read(BufferedReader lines) throws IOException {
        String event = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                lastId = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.startsWith("data:") && event.equals("resync")) {
                resync();
            } else if (line.startsWith("data:")) {
                MESSAGES.increment();
                take(line);
            }
        }
    }

    /** News were lost: it asks for each of its calls. */
    private void resync() throws IOException {
        RESYNCS.increment();
        for (Call call : calls()) {
            tell(call, text(open("api/v1/actions/" + call.id())));
        }
    }

    private static String text(HttpURLConnection connection) throws IOException {
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try (BufferedReader answer = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
            return answer.lines().collect(Collectors.joining());
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
        HttpURLConnection post = open("api/v1/actions");
        post.setReadTimeout(TIMEOUT_MILLIS);
        post.setRequestMethod("POST");
        post.setDoOutput(true);
        post.setRequestProperty("Content-Type", "application/json");
        post.setRequestProperty("Idempotency-Key", demand.key());
        String body = "{\"server_name\":\"%s\",\"action\":\"%s\",\"headers\":%s}"
                .formatted(demand.server(), demand.action(), demand.headersAsJson());
        post.getOutputStream().write(body.getBytes(UTF_8));
        return Long.parseLong(field(text(post), "\"id\":"));
    }

    /** It is told. */
    @Override
    void look() {}

    @Override
    public void close() {
        closed = true;
        stream.disconnect();
    }
}
