package org.switchroom.bench.roundtrip;

import java.io.IOException;
import java.util.Map;
import org.switchroom.bench.stream.PlainAmi;
import org.switchroom.bench.stream.StreamServer;

/** A connection, a login and a goodbye for each action. */
final class ConnectingSender implements ActionSender {
    private static final Map<String, String> ORIGINATE = Map.of(
            "Channel", "PJSIP/15550005@carrier",
            "Context", "switchroom-echo",
            "Exten", "s",
            "Priority", "1",
            "Async", "true");

    private final int port;

    ConnectingSender(int port) {
        this.port = port;
    }

    @Override
    public void send(Kind kind) throws IOException {
        try (PlainAmi ami = PlainAmi.open(port, StreamServer.ONLY_ANSWERS, StreamServer.ONLY_ANSWERS, false)) {
            if (kind == Kind.PING) {
                ami.send("Ping", Map.of());
            } else {
                ami.send("Originate", ORIGINATE);
            }
            ami.response();
            while (kind == Kind.CALL
                    && !"OriginateResponse".equals(ami.message().get("Event"))) {
                continue;
            }
            ami.logOff();
        }
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
