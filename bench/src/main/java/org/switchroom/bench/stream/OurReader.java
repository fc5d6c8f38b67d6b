package org.switchroom.bench.stream;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.session.AmiSession;
import org.switchroom.ami.session.AmiSessionSettings;

/** Switchroom's session with a listener that reads four headers of each event. */
final class OurReader implements StreamReader {
    private final CountDownLatch last = new CountDownLatch(1);
    private final AmiSession session;
    private long events;
    private long sum;

    private OurReader(int port, int repeats) {
        AmiServer server = new AmiServer(
                "bench",
                "127.0.0.1",
                port,
                AmiServer.Transport.PLAIN,
                "bench-" + repeats,
                new AmiServer.Secret("bench"));
        session = AmiSession.open(server, AmiSessionSettings.forEvents(), this::take);
    }

    static StreamReader open(int port, int repeats) {
        return new OurReader(port, repeats);
    }

    private void take(AmiEvent event) {
        String name = event.event();
        events++;
        sum += name.length()
                + event.text("Uniqueid").length()
                + event.text("Channel").length()
                + event.text("ChannelState").length();
        if (name.equals(StreamServer.LAST)) {
            last.countDown();
        }
    }

    @Override
    public void readAll() throws InterruptedException {
        session.send(AmiAction.of("Ping"), Duration.ofMinutes(5));
        last.await();
    }

    @Override
    public long events() {
        return events;
    }

    @Override
    public long sum() {
        return sum;
    }

    @Override
    public void close() {
        session.close();
    }
}
