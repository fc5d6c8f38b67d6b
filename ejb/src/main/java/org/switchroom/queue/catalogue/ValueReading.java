package org.switchroom.queue.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.ami.AmiAction.Header;
import org.switchroom.common.Quoted;
import org.switchroom.endpoint.control.DialGrammar;
import org.switchroom.endpoint.control.DialRefusedException;
import org.switchroom.endpoint.control.DialString;

/** Reads the values of one submission, each by its meaning, and spells them for the wire. Lives for one validation. */
final class ValueReading {
    private final Submission submission;
    private final DialGrammar grammar;
    private final LiveChannelCheck channels;
    private final Map<HeaderSpec, List<String>> given;
    private final List<Header> headers = new ArrayList<>();
    private final Set<String> variableNames = new HashSet<>();
    private DialString dialled;
    private ChannelFact channel;

    ValueReading(
            Submission submission,
            DialGrammar grammar,
            LiveChannelCheck channels,
            Map<HeaderSpec, List<String>> given) {
        this.submission = submission;
        this.grammar = grammar;
        this.channels = channels;
        this.given = given;
    }

    void read() {
        given.forEach((header, values) -> values.forEach(value -> {
            checkPattern(header, value);
            headers.add(new Header(header.name(), spell(header, value)));
        }));
        checkExtraPlace();
    }

    List<Header> headers() {
        return headers;
    }

    Optional<DialString> dialled() {
        return Optional.ofNullable(dialled);
    }

    Optional<ChannelFact> channel() {
        return Optional.ofNullable(channel);
    }

    private void checkPattern(HeaderSpec header, String value) {
        if (value.isEmpty() && header.meaning() != HeaderMeaning.VARIABLE_VALUE) {
            throw new ActionRefusedException(header.name(), RefusalRule.VALUE_NOT_ALLOWED, "is empty");
        }
        if (!header.pattern().accepts(value)) {
            throw new ActionRefusedException(
                    header.name(),
                    RefusalRule.VALUE_NOT_ALLOWED,
                    "must be %s, not %s".formatted(header.pattern().words(), Quoted.text(value)));
        }
    }

    private String spell(HeaderSpec header, String value) {
        boolean own = submission.internal();
        switch (header.meaning()) {
            case DESTINATION -> {
                return destination(header, value);
            }
            case PHONE -> {
                return phone(header, value);
            }
            case CHANNEL, CHANNEL_UP, CHANNEL_NAME -> {
                return channel(header, value);
            }
            case CONTEXT -> context(header, value);
            case EXTENSION -> extension(header, value);
            case ASSIGNMENT -> assignment(header, value);
            case VARIABLE_NAME -> VariableGrammar.checkName(header.name(), value, own);
            case VARIABLE_VALUE -> VariableGrammar.checkValue(header.name(), value);
            case CALLER_ID -> {
                return CallerIdGrammar.spell(header.name(), value);
            }
            default -> {}
        }
        return value;
    }

    private String destination(HeaderSpec header, String value) {
        dialled = dial(header, value);
        return dialled.spelled();
    }

    private String phone(HeaderSpec header, String value) {
        DialString phone = dial(header, value);
        if (phone.isLocal() || phone.digits().isPresent()) {
            throw new ActionRefusedException(
                    header.name(), RefusalRule.DESTINATION_NOT_ALLOWED, "must be a phone: PJSIP/<phone>");
        }
        return phone.spelled();
    }

    private DialString dial(HeaderSpec header, String value) {
        try {
            return submission.internal()
                    ? grammar.own(submission.serverName(), value)
                    : grammar.foreign(submission.serverName(), value);
        } catch (DialRefusedException e) {
            throw new ActionRefusedException(header.name(), RefusalRule.DESTINATION_NOT_ALLOWED, e.getMessage(), e);
        }
    }

    private String channel(HeaderSpec header, String value) {
        ChannelFact fact = channels.find(submission.serverName(), value)
                .orElseThrow(() -> new ActionRefusedException(
                        header.name(),
                        RefusalRule.NO_SUCH_CHANNEL,
                        "no such channel on %s: %s".formatted(submission.serverName(), Quoted.text(value))));
        if (header.meaning() == HeaderMeaning.CHANNEL_UP && !fact.isUp()) {
            throw new ActionRefusedException(
                    header.name(),
                    RefusalRule.CHANNEL_NOT_UP,
                    "channel %s is %s; it can be moved only when it is Up, because the dialplan would run on an unanswered call"
                            .formatted(Quoted.text(fact.channel()), Quoted.text(fact.state())));
        }
        if ("Channel".equals(header.name())) {
            channel = fact;
        }
        return header.meaning() == HeaderMeaning.CHANNEL_NAME ? fact.channel() : value;
    }

    private void context(HeaderSpec header, String value) {
        try {
            grammar.checkContext(submission.serverName(), value, submission.internal());
        } catch (DialRefusedException e) {
            throw new ActionRefusedException(header.name(), RefusalRule.CONTEXT_NOT_ALLOWED, e.getMessage(), e);
        }
    }

    private void extension(HeaderSpec header, String value) {
        String contextName = header.name().replace("Exten", "Context");
        String context = valueOf(contextName)
                .orElseThrow(() -> new ActionRefusedException(
                        contextName, RefusalRule.HEADER_MISSING, "is missing beside " + header.name()));
        try {
            grammar.checkContext(submission.serverName(), context, submission.internal());
        } catch (DialRefusedException e) {
            throw new ActionRefusedException(contextName, RefusalRule.CONTEXT_NOT_ALLOWED, e.getMessage(), e);
        }
        try {
            grammar.checkExtension(submission.serverName(), context, value, submission.internal());
        } catch (DialRefusedException e) {
            throw new ActionRefusedException(header.name(), RefusalRule.EXTENSION_NOT_ALLOWED, e.getMessage(), e);
        }
    }

    private void assignment(HeaderSpec header, String value) {
        String name = VariableGrammar.checkAssignment(header.name(), value, submission.internal());
        if (!variableNames.add(name)) {
            throw new ActionRefusedException(
                    header.name(), RefusalRule.VARIABLE_NOT_ALLOWED, Quoted.text(name) + " is set twice");
        }
    }

    /** A second place makes sense only as a whole, and only for a second channel. */
    private void checkExtraPlace() {
        List<String> parts = List.of("ExtraContext", "ExtraExten", "ExtraPriority");
        List<String> missing =
                parts.stream().filter(part -> valueOf(part).isEmpty()).toList();
        if (missing.size() == parts.size()) {
            return;
        }
        if (!missing.isEmpty()) {
            throw new ActionRefusedException(
                    missing.get(0),
                    RefusalRule.HEADER_MISSING,
                    "is missing; ExtraContext, ExtraExten, ExtraPriority go together");
        }
        if (valueOf("ExtraChannel").isEmpty()) {
            throw new ActionRefusedException(
                    "ExtraChannel", RefusalRule.HEADER_MISSING, "is missing beside ExtraContext");
        }
    }

    private Optional<String> valueOf(String name) {
        return given.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(entry -> entry.getValue().get(0))
                .findFirst();
    }
}
