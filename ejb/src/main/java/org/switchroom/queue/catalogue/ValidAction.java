package org.switchroom.queue.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiAction.Header;
import org.switchroom.endpoint.control.DialString;

/** An action that passed {@link ActionValidation}, spelled for the wire. Immutable. */
public final class ValidAction {
    /** How long an Originate rings if the row does not say. */
    public static final Duration DEFAULT_RING_TIME = Duration.ofSeconds(30);

    /** Without a cause Asterisk ends an answered call with 0, "Unknown". */
    private static final String NORMAL_CLEARING = "16";

    private static final String CALL_VARIABLE = "__SWR_CALL";
    /** Async, ChannelId, OtherChannelId, Timeout and the variable of the call. */
    private static final int OWN_HEADERS_OF_ORIGINATE = 5;
    /** Asterisk keeps at most 149 characters of a uniqueid; 2 are for the second half of a Local channel. */
    private static final Pattern UNIQUEID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}");

    private final ActionSpec spec;
    private final String serverName;
    private final List<Header> headers;
    private final Optional<DialString> dialled;
    private final Optional<ChannelFact> channel;

    private ValidAction(
            ActionSpec spec,
            String serverName,
            List<Header> headers,
            Optional<DialString> dialled,
            Optional<ChannelFact> channel) {
        this.spec = spec;
        this.serverName = serverName;
        this.headers = List.copyOf(headers);
        this.dialled = dialled;
        this.channel = channel;
    }

    static ValidAction of(ActionSpec spec, String serverName, ValueReading reading) {
        return new ValidAction(spec, serverName, reading.headers(), reading.dialled(), reading.channel());
    }

    static int ownHeaderCount(ActionSpec spec) {
        return spec.originates() ? OWN_HEADERS_OF_ORIGINATE : 0;
    }

    public ActionSpec spec() {
        return spec;
    }

    public String serverName() {
        return serverName;
    }

    /** Headers of the submission as they go to the wire, in their order; what Switchroom adds is not among them. */
    public List<Header> headers() {
        return headers;
    }

    /** First value of a header, spelled as in the catalogue. */
    public Optional<String> value(String name) {
        return headers.stream()
                .filter(h -> h.name().equals(name))
                .map(Header::value)
                .findFirst();
    }

    /** What an Originate dials; its endpoint is what a limit per trunk counts. */
    public Optional<DialString> dialled() {
        return dialled;
    }

    /** The live channel that the header {@code Channel} names. */
    public Optional<ChannelFact> channel() {
        return channel;
    }

    /** How long an Originate rings; zero for any other action. */
    public Duration ringTime() {
        if (!spec.originates()) {
            return Duration.ZERO;
        }
        return value("Timeout")
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                .orElse(DEFAULT_RING_TIME);
    }

    /** How long after sending the outcome must be known, or the row is UNKNOWN. */
    public Duration settleWithin() {
        return ringTime().plus(spec.responseTimeout());
    }

    /**
     * The action as it is written, without ActionID. An Originate is asynchronous and carries its id as channel id and as an inherited
     * variable, by which every event of the call finds its row.
     *
     * @param uniqueid our id of the call; used by Originate only
     * @throws IllegalStateException if the queue does this action itself
     * @throws IllegalArgumentException if the id could not be a uniqueid
     */
    public AmiAction toAmiAction(String uniqueid) {
        if (spec.pseudo()) {
            throw new IllegalStateException(spec + " never goes to Asterisk");
        }
        AmiAction action = AmiAction.of(spec.name());
        for (Header header : headers) {
            action = action.with(header.name(), header.value());
        }
        if (spec.name().equals("Hangup") && value("Cause").isEmpty()) {
            return action.with("Cause", NORMAL_CLEARING);
        }
        return spec.originates() ? withOwnHeaders(action, uniqueid) : action;
    }

    private AmiAction withOwnHeaders(AmiAction action, String uniqueid) {
        if (!UNIQUEID.matcher(uniqueid).matches()) {
            throw new IllegalArgumentException("not a uniqueid");
        }
        AmiAction own = action.with("Async", "true").with("ChannelId", uniqueid);
        if (dialled.filter(DialString::isLocal).isPresent()) {
            own = own.with("OtherChannelId", uniqueid + "-b");
        }
        if (value("Timeout").isEmpty()) {
            own = own.with("Timeout", String.valueOf(DEFAULT_RING_TIME.toMillis()));
        }
        return namesCall() ? own : own.with("Variable", CALL_VARIABLE + "=" + uniqueid);
    }

    /** Our own code may start a leg of a call that has an id already. */
    private boolean namesCall() {
        return headers.stream().anyMatch(h -> h.value().startsWith(CALL_VARIABLE + "="));
    }
}
