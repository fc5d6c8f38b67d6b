package org.switchroom.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A reader of {@code /api/v1/events}. */
final class EventStream implements AutoCloseable {

    /** One message; a sign of life has no name. */
    record Event(String id, String name, String data) {}

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final InputStream body;
    private final int status;

    private EventStream(HttpResponse<InputStream> response) {
        this.status = response.statusCode();
        this.body = response.body();
        Thread reader = new Thread(this::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    /** @param headers names and values in turn, for example Last-Event-ID */
    static EventStream open(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = RestClient.client().request(path, headers).timeout(Duration.ofMinutes(2));
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request.GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        return new EventStream(response);
    }

    int status() {
        return status;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    Event until(String what, Predicate<Event> wanted) {
        await(what)
                .atMost(Duration.ofSeconds(15))
                .pollDelay(Duration.ZERO)
                .until(() -> events.stream().anyMatch(wanted));
        return events.stream().filter(wanted).findFirst().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    private void read() {
        String[] event = new String[3];
        StringBuilder line = new StringBuilder();
        try {
            byte[] buffer = new byte[8_192];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                for (char c : new String(buffer, 0, read, StandardCharsets.UTF_8).toCharArray()) {
                    if (c != '\n') {
                        line.append(c);
                    } else {
                        take(event, line.toString().strip());
                        line.setLength(0);
                    }
                }
            }
        } catch (IOException e) {
            if (events.isEmpty()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void take(String[] event, String line) {
        if (line.isEmpty()) {
            events.add(new Event(event[0], event[1], event[2]));
            event[1] = null;
            event[2] = null;
        } else if (line.startsWith("id:")) {
            event[0] = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
            event[1] = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
            event[2] = line.substring(5).strip();
        }
    }
}
