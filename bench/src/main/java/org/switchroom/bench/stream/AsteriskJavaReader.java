package org.switchroom.bench.stream;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.event.AbstractChannelEvent;
import org.asteriskjava.manager.event.AlarmEvent;
import org.asteriskjava.manager.event.ManagerEvent;

/** asterisk-java as it comes, with a listener that reads the same of each event that has it. */
final class AsteriskJavaReader implements StreamReader {
    private final CountDownLatch last = new CountDownLatch(1);
    private final DefaultManagerConnection connection;
    private long events;
    private long sum;

    private AsteriskJavaReader(int port, int repeats) throws IOException {
        connection = new DefaultManagerConnection("127.0.0.1", port, "bench-" + repeats, "bench");
        connection.addEventListener(this::take);
        try {
            connection.login();
        } catch (AuthenticationFailedException | TimeoutException e) {
            throw new IOException("asterisk-java does not log in", e);
        }
    }

    static StreamReader open(int port, int repeats) throws IOException {
        return new AsteriskJavaReader(port, repeats);
    }

    private void take(ManagerEvent event) {
        events++;
        sum += event.getClass().getSimpleName().length();
        if (event instanceof AbstractChannelEvent channel) {
            sum += length(channel.getUniqueId()) + length(channel.getChannel()) + state(channel);
        } else if (event instanceof AlarmEvent) {
            last.countDown();
        }
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    private static int state(AbstractChannelEvent event) {
        return event.getChannelState() == null ? 0 : event.getChannelState();
    }

    @Override
    public void readAll() throws IOException, InterruptedException {
        connection.sendAction(new PingAction(), null);
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
        connection.logoff();
    }
}
