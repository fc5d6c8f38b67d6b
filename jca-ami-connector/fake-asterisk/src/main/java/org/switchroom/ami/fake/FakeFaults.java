package org.switchroom.ami.fake;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the fake does wrong on purpose. Switched while it runs; nothing is wrong at first. */
public final class FakeFaults {
    volatile boolean noBanner;
    volatile boolean silent;
    volatile boolean closesAtOnce;
    volatile String banner = "Asterisk Call Manager/11.0.0";
    volatile boolean noChallenge;
    volatile long dropAfterBytes = Long.MAX_VALUE;
    volatile int sliceBytes = Integer.MAX_VALUE;
    volatile boolean stopReading;
    volatile boolean repeatResponses;
    volatile boolean strayResponses;
    volatile boolean bareLineFeeds;
    volatile boolean originateResponseFirst;
    volatile Duration responseDelay = Duration.ZERO;
    volatile Duration writeTimeout = Duration.ofDays(1);
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    /** Accepts connections and says nothing at all. */
    public FakeFaults noBanner(boolean on) {
        noBanner = on;
        return this;
    }

    /** Greets, reads and answers nothing. */
    public FakeFaults silent(boolean on) {
        silent = on;
        return this;
    }

    /** Accepts and closes before the greeting, as Asterisk does with too many sessions. */
    public FakeFaults closesAtOnce(boolean on) {
        closesAtOnce = on;
        return this;
    }

    public FakeFaults banner(String line) {
        banner = line;
        return this;
    }

    /** Knows no MD5 challenge. */
    public FakeFaults noChallenge(boolean on) {
        noChallenge = on;
        return this;
    }

    /** Resets each connection after it has sent so many bytes. */
    public FakeFaults dropAfterBytes(long count) {
        dropAfterBytes = count;
        return this;
    }

    /** Sends in pieces of so many bytes. */
    public FakeFaults sliceBytes(int count) {
        sliceBytes = count;
        return this;
    }

    /** Leaves what comes in unread, so that the sender's writes block one day. */
    public FakeFaults stopReading(boolean on) {
        stopReading = on;
        return this;
    }

    /** Sends each response twice. */
    public FakeFaults repeatResponses(boolean on) {
        repeatResponses = on;
        return this;
    }

    /** Sends a response with an ActionID that nobody gave before each response. */
    public FakeFaults strayResponses(boolean on) {
        strayResponses = on;
        return this;
    }

    /** Ends lines by a bare line feed. */
    public FakeFaults bareLineFeeds(boolean on) {
        bareLineFeeds = on;
        return this;
    }

    /** Sends OriginateResponse before Newchannel. */
    public FakeFaults originateResponseFirst(boolean on) {
        originateResponseFirst = on;
        return this;
    }

    public FakeFaults responseDelay(Duration delay) {
        responseDelay = delay;
        return this;
    }

    /** Drops a client that leaves a write blocked for longer (Asterisk: writetimeout, 100 ms by default). */
    public FakeFaults writeTimeout(Duration longest) {
        writeTimeout = longest;
        return this;
    }

    /** Does as it is told, but never answers this action. */
    public FakeFaults unanswered(String action) {
        unanswered.add(action.toLowerCase());
        return this;
    }

    /** Answers all actions again. */
    public FakeFaults allAnswered() {
        unanswered.clear();
        return this;
    }

    boolean answers(FakeFrame action) {
        return !silent && !unanswered.contains(action.action().toLowerCase());
    }
}
