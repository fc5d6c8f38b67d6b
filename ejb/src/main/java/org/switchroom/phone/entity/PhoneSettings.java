package org.switchroom.phone.entity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.switchroom.endpoint.entity.Technology;
import org.switchroom.user.entity.Violation;

/**
 * What an administrator says of a phone; texts that are blank count as not given.
 *
 * @param owner name of the account
 * @param label what its owner calls it
 * @param endpoint its name in the configuration of the server
 * @param extension what others dial on that server, or null
 * @param voicemail box and context, or null
 * @param callerIdNumber shown to who is called, or null
 * @param callerIdName shown to who is called, or null
 */
public record PhoneSettings(
        String owner,
        String label,
        PhoneKind kind,
        Technology technology,
        String serverName,
        String endpoint,
        String extension,
        String voicemail,
        String callerIdNumber,
        String callerIdName,
        boolean enabled)
        implements Serializable {
    private static final Pattern LABEL = Pattern.compile("[^\\p{Cntrl}]{1,64}");
    private static final Pattern ENDPOINT = Pattern.compile("[A-Za-z0-9_.-]{1,80}");
    private static final Pattern EXTENSION = Pattern.compile("[0-9*#]{1,20}");
    private static final Pattern VOICEMAIL = Pattern.compile("[0-9]{1,20}@[A-Za-z0-9_-]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,19}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\"<>\\\\,;]{1,64}");

    public PhoneSettings {
        owner = stripped(owner);
        label = stripped(label);
        serverName = stripped(serverName);
        endpoint = stripped(endpoint);
        extension = stripped(extension);
        voicemail = stripped(voicemail);
        callerIdNumber = stripped(callerIdNumber);
        callerIdName = stripped(callerIdName);
    }

    /** The settings of texts as {@link #fields()} gives them. */
    public static PhoneSettings of(Map<String, String> fields) {
        return new PhoneSettings(
                fields.get("owner"),
                fields.get("label"),
                Optional.ofNullable(fields.get("kind")).map(PhoneKind::valueOf).orElse(null),
                Technology.spelled(fields.get("technology")).orElse(null),
                fields.get("server_name"),
                fields.get("endpoint"),
                fields.get("extension"),
                fields.get("voicemail"),
                fields.get("caller_id_num"),
                fields.get("caller_id_name"),
                Boolean.parseBoolean(fields.get("enabled")));
    }

    /** Each setting as a text, for the audit and for comparing. */
    public Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("owner", owner);
        fields.put("label", label);
        fields.put("kind", kind == null ? null : kind.name());
        fields.put("technology", technology == null ? null : technology.spelling());
        fields.put("server_name", serverName);
        fields.put("endpoint", endpoint);
        fields.put("extension", extension);
        fields.put("voicemail", voicemail);
        fields.put("caller_id_num", callerIdNumber);
        fields.put("caller_id_name", callerIdName);
        fields.put("enabled", Boolean.toString(enabled));
        return fields;
    }

    /** What can't be right, whatever else there is. */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        need(found, "owner", owner != null, "the name of an account");
        need(found, "label", fits(label, LABEL), "1 to 64 characters on one line");
        need(found, "kind", kind != null, "SIP or BROWSER");
        need(found, "technology", technology != null && technology != Technology.LOCAL, "PJSIP, IAX2 or DAHDI");
        need(
                found,
                "technology",
                kind != PhoneKind.BROWSER || technology == null || technology == Technology.PJSIP,
                "a browser phone is PJSIP");
        need(found, "server_name", serverName != null, "the name of a server");
        need(found, "endpoint", fits(endpoint, ENDPOINT), "1 to 80 letters, digits, dots, hyphens or underscores");
        need(found, "extension", mayBe(extension, EXTENSION), "1 to 20 digits, * or #");
        need(found, "voicemail", mayBe(voicemail, VOICEMAIL), "a box and its context, like 100@default");
        need(found, "caller_id_num", mayBe(callerIdNumber, NUMBER), "1 to 19 digits, + before them if need be");
        need(
                found,
                "caller_id_name",
                mayBe(callerIdName, NAME),
                "at most 64 characters without quotes, brackets, commas, semicolons or backslashes");
        return found;
    }

    private static void need(List<Violation> found, String field, boolean right, String message) {
        if (!right) {
            found.add(new Violation(field, message));
        }
    }

    private static boolean fits(String text, Pattern pattern) {
        return text != null && pattern.matcher(text).matches();
    }

    private static boolean mayBe(String text, Pattern pattern) {
        return text == null || pattern.matcher(text).matches();
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
