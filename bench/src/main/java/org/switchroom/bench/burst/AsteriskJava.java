package org.switchroom.bench.burst;

import java.io.IOException;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.event.AbstractChannelEvent;
import org.asteriskjava.manager.event.AlarmEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.switchroom.bench.Out;

/** asterisk-java as it comes: one connection for events and actions, its listener on its own thread. */
final class AsteriskJava implements Contender {
    private static final long TIMEOUT_MILLIS = 30_000;

    private final DefaultManagerConnection connection;
    private final Listener listener;

    AsteriskJava(int port, Listener listener) throws IOException {
        this.listener = listener;
        connection = new DefaultManagerConnection("127.0.0.1", port, "bench", "bench");
        connection.addEventListener(this::take);
        try {
            connection.login();
        } catch (AuthenticationFailedException | TimeoutException e) {
            throw new IOException("asterisk-java does not log in", e);
        }
    }

    private void take(ManagerEvent event) {
        if (event instanceof AlarmEvent) {
            listener.take(BurstServer.LAST, "", "", "");
            return;
        }
        listener.work(1);
        if (event instanceof AbstractChannelEvent channel) {
            listener.take(name(event), text(channel.getUniqueId()), text(channel.getChannel()), "");
        } else {
            listener.take(name(event), "", "", "");
        }
    }

    private static String name(ManagerEvent event) {
        return event.getClass().getSimpleName();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** An answer that finds the queue full is dropped like an event: then nothing comes, and the limit stands for the time. */
    @Override
    public double ping() throws IOException {
        long begun = System.nanoTime();
        try {
            connection.sendAction(new PingAction(), TIMEOUT_MILLIS);
        } catch (TimeoutException e) {
            Out.line("asterisk-java: %s", e.getMessage());
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    @Override
    public void close() {
        connection.logoff();
    }
}
