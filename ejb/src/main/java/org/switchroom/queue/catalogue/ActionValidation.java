package org.switchroom.queue.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.switchroom.ami.AmiAction;
import org.switchroom.common.Quoted;
import org.switchroom.endpoint.control.DialGrammar;
import org.switchroom.endpoint.control.DialPlanSnapshot;

/**
 * The gate before the wire: the same for rows inserted by SQL, for REST and for pages. Nothing is corrected in silence; what is wrong is
 * refused with the field and the rule. Safe for use by many threads as long as its checks are.
 */
public final class ActionValidation {
    static final int MAX_HEADERS = AmiAction.MAX_HEADERS;
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");

    private final Supplier<DialPlanSnapshot> plan;
    private final ServerCheck servers;
    private final LiveChannelCheck channels;

    /**
     * @param plan gives the plan in force, without touching the database
     */
    public ActionValidation(Supplier<DialPlanSnapshot> plan, ServerCheck servers, LiveChannelCheck channels) {
        this.plan = plan;
        this.servers = servers;
        this.channels = channels;
    }

    /**
     * Checks a submission as a whole and spells it for the wire.
     *
     * @throws ActionRefusedException with the first thing that is wrong
     */
    public ValidAction validate(Submission submission) {
        ActionSpec spec = ActionCatalogue.find(submission.action());
        checkServer(submission, spec);
        checkTimes(submission);
        Map<HeaderSpec, List<String>> given = assign(spec, HeadersText.read(submission.headersJson()));
        requireMandatory(spec, given);
        ValueReading reading = new ValueReading(submission, new DialGrammar(plan.get()), channels, given);
        reading.read();
        return ValidAction.of(spec, submission.serverName(), reading);
    }

    private void checkServer(Submission submission, ActionSpec spec) {
        if (spec.pseudo()) {
            return;
        }
        String name = submission.serverName();
        ServerFact server = servers.find(name)
                .orElseThrow(() -> new ActionRefusedException(
                        "server_name", RefusalRule.UNKNOWN_SERVER, "there is no server " + Quoted.text(name)));
        if (!server.grantsOneOf(spec.classes())) {
            String needed = spec.classes().stream().map(AmiClass::word).sorted().collect(Collectors.joining(" or "));
            throw new ActionRefusedException(
                    "action",
                    RefusalRule.CLASS_NOT_GRANTED,
                    "%s needs the class %s, which the AMI user on %s does not hold"
                            .formatted(spec.name(), needed, name));
        }
    }

    private static void checkTimes(Submission submission) {
        Integer priority = submission.priority();
        if (priority != null && (priority < 0 || priority > 9)) {
            throw new ActionRefusedException(
                    "priority", RefusalRule.PRIORITY_RANGE, "must be 0 (most urgent) to 9, not " + priority);
        }
        boolean bothTimes = submission.notBefore() != null && submission.expiresAt() != null;
        if (bothTimes && !submission.expiresAt().isAfter(submission.notBefore())) {
            throw new ActionRefusedException(
                    "expires_at", RefusalRule.NEVER_DUE, "is not after not_before, so the action could never be sent");
        }
    }

    private static Map<HeaderSpec, List<String>> assign(ActionSpec spec, List<HeadersText.Given> all) {
        Map<HeaderSpec, List<String>> given = new LinkedHashMap<>();
        int count = ValidAction.ownHeaderCount(spec);
        for (HeadersText.Given each : all) {
            HeaderSpec header = specOf(spec, each);
            if (given.putIfAbsent(header, new ArrayList<>(each.values())) != null) {
                throw new ActionRefusedException(
                        header.name(),
                        RefusalRule.HEADER_DUPLICATE,
                        "stands twice" + (header.repeatable() ? "; give several as an array" : ""));
            }
            each.values().forEach(value -> WireText.check(header.name(), value));
            count += each.values().size();
        }
        if (count > MAX_HEADERS) {
            throw tooManyHeaders();
        }
        return given;
    }

    private static HeaderSpec specOf(ActionSpec spec, HeadersText.Given given) {
        String name = given.name();
        if (!isHeaderName(name)) {
            throw new ActionRefusedException(
                    "headers",
                    RefusalRule.HEADER_NAME,
                    name.isEmpty() ? "a header without a name" : Quoted.text(name) + " is no name of a header");
        }
        HeaderSpec header = spec.header(name).orElseThrow(() -> unknown(spec, name));
        if (given.array() && !header.repeatable()) {
            throw new ActionRefusedException(
                    header.name(),
                    RefusalRule.VALUE_TYPE,
                    "takes one value; only Variable of Originate may be an array");
        }
        return header;
    }

    private static ActionRefusedException unknown(ActionSpec spec, String name) {
        return RefusalWords.ofHeader(name)
                .map(words ->
                        new ActionRefusedException(RefusalWords.spelled(name), RefusalRule.HEADER_RESERVED, words))
                .orElseGet(() -> new ActionRefusedException(
                        name,
                        RefusalRule.HEADER_UNKNOWN,
                        "is not a header that %s takes; it takes %s".formatted(spec, names(spec))));
    }

    private static String names(ActionSpec spec) {
        return spec.headers().isEmpty()
                ? "none"
                : spec.headers().stream().map(HeaderSpec::name).collect(Collectors.joining(", "));
    }

    private static void requireMandatory(ActionSpec spec, Map<HeaderSpec, List<String>> given) {
        for (HeaderSpec header : spec.headers()) {
            if (header.mandatory() && !given.containsKey(header)) {
                throw new ActionRefusedException(
                        header.name(), RefusalRule.HEADER_MISSING, "is missing; %s needs it".formatted(spec));
            }
        }
    }

    static boolean isHeaderName(String name) {
        return HEADER_NAME.matcher(name).matches();
    }

    static ActionRefusedException tooManyHeaders() {
        return new ActionRefusedException(
                "headers",
                RefusalRule.TOO_MANY_HEADERS,
                "more than %d headers, those that Switchroom adds among them".formatted(MAX_HEADERS));
    }
}
