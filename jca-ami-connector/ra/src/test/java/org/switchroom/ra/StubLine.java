package org.switchroom.ra;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiNotSentException;
import org.switchroom.ami.AmiResponse;

/** A line without a socket: answers when the test says so. */
public final class StubLine implements Line {

    /** An action that was written. */
    public record Sent(AmiAction action, String actionId, CompletableFuture<AmiResponse> answer) {}

    private final LineListener listener;
    private final List<Sent> sent = new ArrayList<>();
    private boolean open = true;
    private boolean loggedOff;

    public StubLine(LineListener listener) {
        this.listener = listener;
    }

    @Override
    public String amiVersion() {
        return "11.0.0";
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public CompletableFuture<AmiResponse> send(AmiAction action, String actionId, Duration timeout) {
        if (!open) {
            throw new AmiNotSentException("stub", "closed", null);
        }
        Sent written = new Sent(action, actionId, new CompletableFuture<>());
        sent.add(written);
        return written.answer();
    }

    @Override
    public void close() {
        open = false;
        loggedOff = true;
    }

    @Override
    public void abort(String reason) {
        open = false;
    }

    public boolean isLoggedOff() {
        return loggedOff;
    }

    public List<Sent> sent() {
        return sent;
    }

    public Sent lastSent() {
        return sent.get(sent.size() - 1);
    }

    /** Bytes come, whatever they are. */
    public void hear(long nanos) {
        listener.onHeard(nanos);
    }

    public void tell(StubEvent event) {
        listener.onEvent(event);
    }

    /** Breaks, as a network does. */
    public void lose(String reason) {
        open = false;
        listener.onLost(reason);
    }
}
