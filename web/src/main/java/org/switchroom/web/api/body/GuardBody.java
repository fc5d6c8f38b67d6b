package org.switchroom.web.api.body;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.switchroom.common.Quoted;
import org.switchroom.guard.entity.Cap;
import org.switchroom.guard.entity.CapKey;
import org.switchroom.guard.entity.GuardPlan;
import org.switchroom.guard.entity.GuardSettings;
import org.switchroom.guard.entity.Rate;
import org.switchroom.guard.entity.Reading;

/** What an administrator tells the guard. What is not given has its default. */
public final class GuardBody {
    private static final Set<String> SETTINGS = Set.of(
            "enforced",
            "home_country",
            "reading",
            "internal_digits",
            "currency",
            "default_rate",
            "reserved_minutes",
            "caps",
            "rates");
    private static final Set<String> CAP =
            Set.of("calls_per_minute", "calls_per_hour", "calls_per_day", "concurrent_calls", "spend_per_day");
    private static final Set<String> UNLOCK = Set.of("group", "destination", "until", "reason");

    /** Costly numbers that are to be opened. */
    public record NewUnlock(String group, String destination, Instant until, String reason) {}

    private GuardBody() {}

    /** @throws BodyRefusedException if the body can't be read */
    public static GuardSettings read(String text) {
        JsonBody body = JsonBody.read(text, SETTINGS);
        GuardPlan off = GuardPlan.OFF;
        GuardPlan plan = new GuardPlan(
                body.truth("enforced").orElse(false),
                body.string("home_country").orElse(null),
                body.string("reading").map(GuardBody::reading).orElse(off.reading()),
                body.wholeNumber("internal_digits").orElse(off.internalDigits()),
                body.string("currency").orElse(off.currency()),
                money(body, "default_rate", off.defaultRate()),
                body.wholeNumber("reserved_minutes").orElse(off.reservedMinutes()));
        return new GuardSettings(plan, caps(body), rates(body));
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static NewUnlock readUnlock(String text) {
        JsonBody body = JsonBody.read(text, UNLOCK);
        return new NewUnlock(
                body.needString("group"),
                body.needString("destination"),
                body.time("until").orElseThrow(() -> new BodyRefusedException("until", "This field is needed.")),
                body.string("reason").orElse(null));
    }

    private static Reading reading(String word) {
        return Arrays.stream(Reading.values())
                .filter(reading -> reading.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new BodyRefusedException("reading", "This must be INTERNATIONAL or NATIONAL."));
    }

    private static List<Cap> caps(JsonBody body) {
        List<Cap> caps = new ArrayList<>();
        body.objectText("caps")
                .map(text -> JsonObjectText.fields(text, "caps"))
                .orElse(Map.of())
                .forEach((path, field) -> caps.add(cap(path, JsonBody.read(field.text(), CAP))));
        return caps;
    }

    private static Cap cap(String path, JsonBody limits) {
        CapKey key = CapKey.of(path)
                .orElseThrow(() -> new BodyRefusedException(
                        "caps",
                        "%s is none of all, group/NAME, person/NAME, server/NAME, trunk/SERVER/PJSIP/NAME."
                                .formatted(Quoted.text(path))));
        return new Cap(
                key,
                limits.wholeNumber("calls_per_minute").orElse(null),
                limits.wholeNumber("calls_per_hour").orElse(null),
                limits.wholeNumber("calls_per_day").orElse(null),
                limits.wholeNumber("concurrent_calls").orElse(null),
                money(limits, "spend_per_day", null));
    }

    private static List<Rate> rates(JsonBody body) {
        return body.strings("rates").orElse(List.of()).stream()
                .map(line -> Rate.of(line)
                        .orElseThrow(() -> new BodyRefusedException(
                                "rates", "%s is no rate like +4989 0.02.".formatted(Quoted.text(line)))))
                .toList();
    }

    private static BigDecimal money(JsonBody body, String name, BigDecimal otherwise) {
        try {
            return body.digits(name).map(BigDecimal::new).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new BodyRefusedException(name, "This must be a number.", e);
        }
    }
}
