package org.switchroom.web.support;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.switchroom.common.control.DatabaseTime;

/** How this user wants to see language, moments and numbers: from the browser's request and two cookies that its script sets. */
@Named
@RequestScoped
public class Look {
    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.GERMAN);

    @Inject
    private HttpServletRequest request;

    /** All moments that are shown are the database's; this node's own clock may be another. */
    @Inject
    private DatabaseTime time;

    private Locale locale;
    private ZoneId zone;

    @PostConstruct
    void read() {
        locale = cookie("sw_lang")
                .map(Locale::forLanguageTag)
                .filter(KNOWN::contains)
                .orElseGet(this::preferred);
        zone = cookie("sw_zone").map(Look::zoneOf).orElse(ZoneOffset.UTC);
    }

    public Locale getLocale() {
        return locale;
    }

    public ZoneId getZone() {
        return zone;
    }

    public String getZoneName() {
        String offset = zone.getRules().getOffset(time.now()).getId();
        return "Z".equals(offset) ? "UTC" : "UTC" + offset.replaceAll("^([+-])0?(\\d+):00$", "$1$2");
    }

    /** Milliseconds since 1970 for the browser's timers; empty without a moment. */
    public String millis(Instant at) {
        return at == null ? "" : Long.toString(at.toEpochMilli());
    }

    public long getNow() {
        return time.now().toEpochMilli();
    }

    /** @param form clock (13:26:41), milli (13:26:41.207) or day (date and time) */
    public String moment(Instant at, String form) {
        if (at == null) {
            return "-";
        }
        return switch (form == null ? "" : form) {
            case "milli" -> format("HH:mm:ss.SSS").format(at);
            case "day" -> localized(FormatStyle.MEDIUM).format(at);
            default -> format("HH:mm:ss").format(at);
        };
    }

    public String full(Instant at) {
        return at == null ? "" : localized(FormatStyle.LONG).format(at);
    }

    /** Time since a moment, as the browser's timer goes on showing it. */
    public String passed(Instant since) {
        return since == null ? "" : clock(Duration.between(since, time.now()));
    }

    public String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds >= 86_400) {
            return "%d d %d h".formatted(seconds / 86_400, seconds % 86_400 / 3600);
        }
        String end = "%02d:%02d".formatted(seconds % 3600 / 60, seconds % 60);
        return seconds < 3600 ? end : seconds / 3600 + ":" + end;
    }

    /** Milliseconds between two moments in words, "-" if one is missing. */
    public String between(Instant from, Instant to) {
        if (from == null || to == null) {
            return "-";
        }
        long millis = Duration.between(from, to).toMillis();
        return millis < 10_000 ? number(millis) + " ms" : number(millis / 1000) + " s";
    }

    public String number(Number value) {
        return value == null ? "-" : NumberFormat.getInstance(locale).format(value);
    }

    /** One or two letters for a user without a picture. */
    public String initials(String name) {
        String[] parts = name == null ? new String[] {""} : name.split("[ ._-]+");
        String first = parts[0].isEmpty() ? "" : parts[0].substring(0, 1);
        return (parts.length < 2 ? first : first + parts[parts.length - 1].charAt(0)).toUpperCase(Locale.ROOT);
    }

    /** Messages that belong to no field. */
    public List<Toast> getToasts() {
        return FacesContext.getCurrentInstance().getMessageList(null).stream()
                .map(Toast::of)
                .toList();
    }

    private Locale preferred() {
        return KNOWN.stream()
                .filter(known -> known.getLanguage().equals(request.getLocale().getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone);
    }

    private DateTimeFormatter localized(FormatStyle style) {
        return DateTimeFormatter.ofLocalizedDateTime(style).withLocale(locale).withZone(zone);
    }

    private Optional<String> cookie(String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static ZoneId zoneOf(String name) {
        try {
            return ZoneId.of(name.replace("%2F", "/"));
        } catch (DateTimeException e) {
            return ZoneOffset.UTC; // a cookie is anybody's text
        }
    }

    /** A message as it floats on the page. */
    public record Toast(boolean alarm, String summary, String detail) {
        static Toast of(FacesMessage message) {
            boolean alarm = message.getSeverity().getOrdinal() >= FacesMessage.SEVERITY_ERROR.getOrdinal();
            String summary = message.getSummary();
            return new Toast(alarm, summary, summary.equals(message.getDetail()) ? "" : message.getDetail());
        }
    }
}
