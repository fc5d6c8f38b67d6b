package org.switchroom.campaign.entity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How a text must be spelled. An empty text is never asked about. */
public enum Syntax {
    PLAIN(text -> Optional.empty()),
    CAMPAIGN_ID("[A-Za-z0-9_]{2,20}", Rule.NO_CAMPAIGN_ID),
    CODE("[A-Z0-9_]{1,20}", Rule.NO_CODE),
    HOT_KEY("[1-9]", Rule.NO_HOT_KEY),
    NAME("[A-Za-z0-9_.-]+", Rule.NO_NAME),
    NAMES("[A-Za-z0-9_.-]+(?:\\s*,\\s*[A-Za-z0-9_.-]+)*", Rule.NO_NAMES),
    DIGITS("[0-9*#]+", Rule.NO_DIGITS),
    PHONE("\\+[1-9][0-9]{5,14}", Rule.NO_PHONE),
    PREFIXES("\\+[1-9][0-9]{0,14}(?:\\s*,\\s*\\+[1-9][0-9]{0,14})*", Rule.NO_PREFIXES),
    TIME("(?:[01][0-9]|2[0-3]):[0-5][0-9]", Rule.NO_TIME),
    DATE(Syntax::checkDate),
    URL(Syntax::checkUrl),
    DTMF("[0-9A-D*#,]+", Rule.NO_DTMF),
    TARGET("\\+?[0-9*#]{1,20}|[A-Za-z0-9_.-]{1,40}", Rule.NO_DIGITS),
    WEB_FORM(text -> checkUrl(ScriptField.blanked(text)).or(() -> ScriptField.check(text))),
    FILE_NAME(text -> matching("[A-Za-z0-9_.-]+", Rule.NO_NAME)
            .apply(ScriptField.blanked(text))
            .or(() -> ScriptField.check(text))),
    WITH_FIELDS(ScriptField::check),
    CONDITIONS(text ->
            lines(text, Rule.NO_CONDITION, line -> LeadCondition.parse(line).isPresent())),
    LIST_MIX(Syntax::checkMix),
    HOURS(text -> Hours.parse(text).isPresent() ? Optional.empty() : refused(Rule.NO_HOURS)),
    HOLIDAYS(text -> lines(text, Rule.NO_HOLIDAY, line -> Holiday.parse(line).isPresent())),
    STATE_HOURS(text ->
            lines(text, Rule.NO_STATE_HOURS, line -> StateHours.parse(line).isPresent())),
    CALLER_IDS(
            text -> lines(text, Rule.NO_CALLER_IDS, line -> CallerId.parse(line).isPresent()));

    private static final Pattern ADDRESS = Pattern.compile(
            "https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:[/?#][^\\s\"'<>\\\\^`{|}]*)?");
    private static final Pattern MIX = Pattern.compile("[0-9]{1,18}\\s*:\\s*[0-9]{1,3}");
    private static final int WHOLE = 100;

    private final Function<String, Optional<Violation>> check;

    Syntax(Function<String, Optional<Violation>> check) {
        this.check = check;
    }

    Syntax(String pattern, Rule rule) {
        this(matching(pattern, rule));
    }

    /** What is wrong with this text; the violation's field is empty. */
    public Optional<Violation> check(String text) {
        return check.apply(text);
    }

    private static Function<String, Optional<Violation>> matching(String pattern, Rule rule) {
        Pattern compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).matches() ? Optional.empty() : refused(rule);
    }

    private static Optional<Violation> checkUrl(String text) {
        return ADDRESS.matcher(text).matches() ? Optional.empty() : refused(Rule.NO_URL);
    }

    private static Optional<Violation> checkDate(String text) {
        try {
            LocalDate.parse(text);
            return Optional.empty();
        } catch (DateTimeException e) {
            return refused(Rule.NO_DATE);
        }
    }

    private static Optional<Violation> checkMix(String text) {
        int sum = 0;
        for (String part : Setting.words(text)) {
            if (!MIX.matcher(part).matches()) {
                return refused(Rule.NO_MIX);
            }
            sum += Integer.parseInt(part.substring(part.indexOf(':') + 1).strip());
        }
        return sum == WHOLE ? Optional.empty() : refused(Rule.MIX_SUM, sum);
    }

    /** Each line that is not blank must pass; the first that does not is named by its number. */
    private static Optional<Violation> lines(String text, Rule rule, Predicate<String> good) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank() && !good.test(lines[i].strip())) {
                return refused(rule, i + 1);
            }
        }
        return Optional.empty();
    }

    private static Optional<Violation> refused(Rule rule, Object... values) {
        return Optional.of(Violation.of("", rule, values));
    }
}
