package org.switchroom.ami.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The channels of the fake and how calls go. One lock guards all of it. */
public final class FakePbx {
    private static final Pattern CARRIER = Pattern.compile("PJSIP/([0-9+*#]*)@carrier");
    private static final Pattern LOCAL = Pattern.compile("Local/[^@]+@([^/]+)(/\\w+)?");
    private static final Pattern PHONE = Pattern.compile("PJSIP/(\\w+)");

    private final FakeAsterisk server;
    private final ScheduledThreadPoolExecutor clock;
    private final long startNanos = System.nanoTime();
    private final Map<String, FakeChannel> channels = new LinkedHashMap<>();
    private final Set<String> contexts = ConcurrentHashMap.newKeySet();
    private final Set<String> phones = ConcurrentHashMap.newKeySet();
    private final AtomicLong numbers = new AtomicLong();
    private volatile double timeScale = 1;
    private long generation;

    FakePbx(FakeAsterisk server) {
        this.server = server;
        this.clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "fake-pbx");
            thread.setDaemon(true);
            return thread;
        });
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        contexts.addAll(List.of("switchroom-echo", "switchroom-wait", "swr-out", "swr-conf", "swr-agent"));
        phones.addAll(List.of("agent1", "agent2", "agent3"));
    }

    /** Makes calls go faster: 0.1 lets ten seconds pass in one. Timeouts given in an action are not scaled. */
    public FakePbx timeScale(double scale) {
        timeScale = scale;
        return this;
    }

    /** Adds a context that exists in the dialplan. */
    public FakePbx context(String name) {
        contexts.add(name);
        return this;
    }

    /** Adds a phone that is registered and answers at once. */
    public FakePbx phone(String name) {
        phones.add(name);
        return this;
    }

    public synchronized int channelCount() {
        return channels.size();
    }

    /** Uniqueids of the channels that are there now. */
    public synchronized List<String> uniqueids() {
        return List.copyOf(channels.keySet());
    }

    long uptimeSeconds() {
        return (System.nanoTime() - startNanos) / 1_000_000_000;
    }

    boolean hasContext(String context) {
        return contexts.contains(context);
    }

    String newUniqueid() {
        return System.currentTimeMillis() / 1000 + "." + numbers.incrementAndGet();
    }

    void later(long delay, TimeUnit unit, Runnable task) {
        clock.schedule(task, delay, unit);
    }

    /** Runs a step of a call, unless the PBX was started anew meanwhile. */
    private void step(long delayMillis, Runnable task) {
        long mine = generation;
        later(delayMillis, TimeUnit.MILLISECONDS, () -> {
            synchronized (this) {
                if (mine == generation) {
                    task.run();
                }
            }
        });
    }

    private long scaled(long millis) {
        return (long) (millis * timeScale);
    }

    synchronized Optional<FakeChannel> find(String nameOrUniqueid) {
        return channels.values().stream().filter(c -> c.isNamed(nameOrUniqueid)).findFirst();
    }

    synchronized List<FakeChannel> channels() {
        return new ArrayList<>(channels.values());
    }

    synchronized void originate(FakeOriginate originate) {
        Optional<FakeChannel> taken = find(originate.uniqueid());
        Optional<FakeOutcome> outcome = outcome(originate.dialString());
        if (taken.isPresent() || outcome.isEmpty()) {
            step(1, () -> respond(originate, false, 0, originate.dialString()));
            return;
        }
        FakeChannel channel = new FakeChannel(channelName(originate.dialString()), originate);
        channels.put(channel.uniqueid, channel);
        step(0, () -> dial(channel, outcome.get()));
    }

    private Optional<FakeOutcome> outcome(String dialString) {
        Matcher carrier = CARRIER.matcher(dialString);
        if (carrier.matches()) {
            return Optional.of(FakeOutcome.ofNumber(carrier.group(1)));
        }
        Matcher local = LOCAL.matcher(dialString);
        Matcher phone = PHONE.matcher(dialString);
        boolean answers =
                local.matches() && hasContext(local.group(1)) || phone.matches() && phones.contains(phone.group(1));
        return answers ? Optional.of(FakeOutcome.ANSWERS) : Optional.empty();
    }

    private String channelName(String dialString) {
        int at = dialString.indexOf('@');
        String peer = at < 0 || dialString.startsWith("Local/")
                ? dialString.replaceFirst("/n$", "")
                : "PJSIP/" + dialString.substring(at + 1);
        return "%s-%08x".formatted(peer, numbers.incrementAndGet());
    }

    private void dial(FakeChannel channel, FakeOutcome outcome) {
        boolean early = server.faults().originateResponseFirst && outcome.answersAfterMillis() == 0;
        if (early) {
            respond(channel, true, 4);
        }
        announce(channel);
        if (outcome.refusal() != null) {
            step(1, () -> refuse(channel, outcome.refusal()));
            return;
        }
        if (outcome.rings()) {
            step(1, () -> ring(channel));
        }
        step(channel.asked.timeoutMillis(), () -> giveUp(channel));
        if (outcome.answersAfterMillis() >= 0) {
            step(Math.max(2, scaled(outcome.answersAfterMillis())), () -> answer(channel, outcome));
        }
    }

    private void announce(FakeChannel channel) {
        tell(channel, "Newchannel");
        channel.takeCallerId();
        server.tell(channel.describe(FakeMessage.event("NewCallerid", "call"), "")
                .with("CID-CallingPres", "0 (Presentation Allowed, Not Screened)"));
        channel.takeConnectedLine();
        tell(channel, "NewConnectedLine");
        server.tell(channel.describe(FakeMessage.event("DialBegin", "call"), "Dest")
                .with("DialString", channel.asked.dialString().replaceFirst("^\\w+/", "")));
    }

    private void refuse(FakeChannel channel, FakeOutcome.Refusal refusal) {
        if (channel.gone) {
            return;
        }
        server.tell(channel.describe(FakeMessage.event("HangupRequest", "call"), "")
                .with("Cause", refusal.cause)
                .with("TechCause", refusal.techCause));
        respond(channel, false, 0);
        dialEnd(channel, refusal.dialStatus);
        end(channel, refusal.cause, refusal.text, refusal.techCause);
    }

    private void ring(FakeChannel channel) {
        if (!channel.gone) {
            server.tell(channel.describe(FakeMessage.event("DialState", "call"), "Dest")
                    .with("DialStatus", "RINGING"));
            changeState(channel, 5);
        }
    }

    private void changeState(FakeChannel channel, int state) {
        if (!channel.gone) {
            channel.state = state;
            tell(channel, "Newstate");
        }
    }

    private void giveUp(FakeChannel channel) {
        if (!channel.gone && !channel.isUp()) {
            respond(channel, false, 3);
            end(channel, 19, "User alerting, no answer", 480);
        }
    }

    private void answer(FakeChannel channel, FakeOutcome outcome) {
        if (channel.gone) {
            return;
        }
        changeState(channel, 6);
        dialEnd(channel, "ANSWER");
        respond(channel, true, 4);
        channel.runDialplan(channel.asked.context(), channel.asked.exten(), channel.asked.priority());
        if (outcome.hangsUpAfterMillis() >= 0) {
            step(scaled(outcome.hangsUpAfterMillis()), () -> end(channel, 16, "Normal Clearing", 0));
        }
    }

    synchronized void hangUp(FakeChannel channel, int cause) {
        step(0, () -> {
            if (!channel.gone && channel.isUp()) {
                server.tell(channel.describe(FakeMessage.event("SoftHangupRequest", "call"), "")
                        .with("Cause", 16));
            } else if (!channel.gone) {
                dialEnd(channel, "NOANSWER");
                respond(channel, false, 0);
            }
            end(channel, cause, FakeCauses.text(cause), 0);
        });
    }

    synchronized void redirect(FakeChannel channel, String context, String exten, String priority) {
        if (hasContext(context)) {
            channel.runDialplan(context, exten, priority);
        } else {
            hangUp(channel, 16);
        }
    }

    private void end(FakeChannel channel, int cause, String text, int techCause) {
        if (channel.gone) {
            return;
        }
        channel.gone = true;
        channels.remove(channel.uniqueid);
        FakeMessage hangup = channel.describe(FakeMessage.event("Hangup", "call"), "")
                .with("Cause", cause)
                .with("Cause-txt", text);
        server.tell(techCause == 0 ? hangup : hangup.with("TechCause", techCause));
    }

    private void dialEnd(FakeChannel channel, String status) {
        server.tell(
                channel.describe(FakeMessage.event("DialEnd", "call"), "Dest").with("DialStatus", status));
    }

    private void tell(FakeChannel channel, String event) {
        server.tell(channel.describe(FakeMessage.event(event, "call"), ""));
    }

    private void respond(FakeChannel channel, boolean success, int reason) {
        if (!channel.responded) {
            channel.responded = true;
            respond(channel.asked, success, reason, success ? channel.name : channel.asked.dialString());
        }
    }

    private void respond(FakeOriginate originate, boolean success, int reason, String channelName) {
        FakeFrame frame = originate.frame();
        if (!originate.isAsync()) {
            FakeMessage response = success
                    ? FakeMessage.success(frame, "Originate successfully queued")
                    : FakeMessage.error(frame, "Originate failed");
            server.answer(originate.connection(), frame, response);
            return;
        }
        server.tell(originate.outcome(success, reason, channelName));
    }

    /** All channels are gone without a word. */
    synchronized void forgetAll() {
        generation++;
        channels.clear();
    }

    void close() {
        clock.shutdownNow();
    }
}
