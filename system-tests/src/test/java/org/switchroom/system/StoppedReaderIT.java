package org.switchroom.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client of the stream of changes that stops reading is let go, however much has gathered for it. */
@Order(47)
@Tag("load")
@ExtendWith(LeavesNothingBehind.class)
class StoppedReaderIT {
    private static final int ROWS_AT_ONCE = 300;
    private static final int TIMES = 14;
    /** More than the 30 s that one message may take, and two heartbeats. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(75);

    @Test
    void isClosedWhenItTakesNothing() throws IOException, SQLException {
        try (Socket reader = new Socket()) {
            reader.setReceiveBufferSize(4096);
            URI url = Instance.running().url("/api/v1/events");
            reader.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            reader.getOutputStream().write(request(url).getBytes(StandardCharsets.US_ASCII));
            assertTrue(reader.getInputStream().read() >= 0);

            fill();
            long since = System.nanoTime();
            await().atMost(GIVEN_UP.multipliedBy(2)).until(() -> System.nanoTime() - since > GIVEN_UP.toNanos());

            assertTrue(ends(reader), "the stream goes on");
        }
    }

    private static String request(URI url) {
        return "GET %s HTTP/1.1\r\nHost: %s:%d\r\nAccept: text/event-stream\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(
                        url.getPath(),
                        url.getHost(),
                        url.getPort(),
                        Instance.running().value("api.token"));
    }

    private static void fill() throws SQLException {
        String row = "('pbx1', 'Ping', '{}')";
        String insert = "insert into queued_action (server_name, action, headers) values "
                + String.join(",", Collections.nCopies(ROWS_AT_ONCE, row));
        try (SqlClient sql = SqlClient.foreign()) {
            for (int i = 0; i < TIMES; i++) {
                sql.run(insert);
                long last = Long.parseLong(
                        sql.rows("select max(id) as id from action_all").get(0).get("id"));
                Waiting.untilFinal(sql, last);
            }
        }
    }

    /** What has gathered comes, and then the end; a stream that lives would go on with a sign of life every 15 s. */
    private static boolean ends(Socket reader) throws IOException {
        reader.setSoTimeout(20_000);
        InputStream in = reader.getInputStream();
        byte[] piece = new byte[65_536];
        long until = System.nanoTime() + GIVEN_UP.toNanos();
        try {
            while (System.nanoTime() < until) {
                if (in.read(piece) < 0) {
                    return true;
                }
            }
            return false;
        } catch (SocketException e) {
            return true; // reset: it was let go
        }
    }
}
