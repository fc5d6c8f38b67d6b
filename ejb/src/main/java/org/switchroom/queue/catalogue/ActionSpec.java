package org.switchroom.queue.catalogue;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the catalogue says of one action. Immutable. */
public final class ActionSpec {
    static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(5);

    private final String name;
    private final Set<AmiClass> classes;
    private final boolean idempotent;
    private final boolean pseudo;
    private final Map<String, HeaderSpec> headers;

    private ActionSpec(
            String name, Set<AmiClass> classes, boolean idempotent, boolean pseudo, Map<String, HeaderSpec> headers) {
        this.name = name;
        this.classes = classes;
        this.idempotent = idempotent;
        this.pseudo = pseudo;
        this.headers = headers;
    }

    /** An action that must not be done twice. */
    static ActionSpec once(String name, Set<AmiClass> classes, HeaderSpec... headers) {
        return new ActionSpec(name, classes, false, false, byName(headers));
    }

    /** An action that may be done twice with the same effect. */
    static ActionSpec repeatable(String name, Set<AmiClass> classes, HeaderSpec... headers) {
        return new ActionSpec(name, classes, true, false, byName(headers));
    }

    /** An action of the queue itself, which never goes to Asterisk. */
    static ActionSpec pseudo(String name, HeaderSpec... headers) {
        return new ActionSpec(name, Set.of(), true, true, byName(headers));
    }

    private static Map<String, HeaderSpec> byName(HeaderSpec... headers) {
        Map<String, HeaderSpec> byName = new LinkedHashMap<>();
        for (HeaderSpec header : headers) {
            byName.put(AsciiCase.fold(header.name()), header);
        }
        return byName;
    }

    /** As it is spelled on the wire. */
    public String name() {
        return name;
    }

    /** Classes of which the AMI user needs one; empty if any login may do it. */
    public Set<AmiClass> classes() {
        return classes;
    }

    /** Whether it may safely be sent again when it is not known whether it was done. */
    public boolean idempotent() {
        return idempotent;
    }

    /** Whether the queue does it itself. */
    public boolean pseudo() {
        return pseudo;
    }

    public boolean originates() {
        return "Originate".equals(name);
    }

    /** How long Asterisk may take to answer. */
    public Duration responseTimeout() {
        return RESPONSE_TIMEOUT;
    }

    /** The header of this name, whatever the case. */
    public Optional<HeaderSpec> header(String headerName) {
        return Optional.ofNullable(headers.get(AsciiCase.fold(headerName)));
    }

    public Collection<HeaderSpec> headers() {
        return headers.values();
    }

    @Override
    public String toString() {
        return name;
    }
}
