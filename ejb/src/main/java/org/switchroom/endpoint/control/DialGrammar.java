package org.switchroom.endpoint.control;

import java.util.regex.Pattern;
import org.switchroom.common.Extension;
import org.switchroom.common.Quoted;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.EndpointKind;
import org.switchroom.endpoint.entity.Technology;

/**
 * Reads the destination of a row: {@code PJSIP/<digits>@<trunk>}, {@code PJSIP/<phone>} or {@code Local/<exten>@<context>}, with known
 * trunks, phones and contexts only. Everything else is refused with the position (from 1) at which it goes wrong.
 */
public final class DialGrammar {
    public static final int MAX_DIGITS = 20;
    private static final int MAX_LENGTH = 200;
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9*#]{1," + MAX_DIGITS + "}");

    private final DialPlanSnapshot plan;

    public DialGrammar(DialPlanSnapshot plan) {
        this.plan = plan;
    }

    /**
     * Reads a destination that a row of others names.
     *
     * @throws DialRefusedException with the reason
     */
    public DialString foreign(String serverName, String text) {
        return read(serverName, text, false);
    }

    /**
     * Reads a destination that our own code names: Switchroom's own contexts ({@code swr-...}) are allowed too, and {@code /n} after them.
     *
     * @throws DialRefusedException with the reason
     */
    public DialString own(String serverName, String text) {
        return read(serverName, text, true);
    }

    private DialString read(String serverName, String text, boolean own) {
        checkCharacters(text);
        int slash = text.indexOf('/');
        if (slash <= 0) {
            throw new DialRefusedException(Quoted.text(text)
                    + " is no destination; write PJSIP/<digits>@<trunk>, PJSIP/<phone> or Local/<exten>@<context>");
        }
        String technology = text.substring(0, slash);
        String rest = text.substring(slash + 1);
        if (Technology.PJSIP.spelling().equals(technology)) {
            return pjsip(serverName, rest, slash + 1);
        }
        if (Technology.LOCAL.spelling().equals(technology)) {
            return local(serverName, rest, slash + 1, own);
        }
        throw new DialRefusedException("technology %s at position 1 is not allowed, only PJSIP and Local are"
                .formatted(Quoted.text(technology)));
    }

    private static void checkCharacters(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new DialRefusedException("is longer than " + MAX_LENGTH + " characters");
        }
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!allowed(c)) {
                throw new DialRefusedException(
                        "character %s at position %d is not allowed%s".formatted(Quoted.character(c), i + 1, why(c)));
            }
            i += Character.charCount(c);
        }
    }

    private static boolean allowed(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "@/*#+_.-".indexOf(c) >= 0;
    }

    private static String why(int c) {
        if (c == '&') {
            return " (&): one row rings one destination";
        }
        if (c == '$' || c == '{' || c == '}') {
            return " (" + (char) c + "): variables and functions are not expanded here";
        }
        if (c > 0x7f && Character.isDigit(c)) {
            return ": digits are 0 to 9";
        }
        return c > 0x20 && c < 0x7f ? " (" + (char) c + ")" : "";
    }

    private DialString pjsip(String serverName, String rest, int offset) {
        int option = rest.indexOf('/');
        if (option >= 0) {
            throw new DialRefusedException("a second slash at position %d: options and addresses are not allowed"
                    .formatted(offset + option + 1));
        }
        int at = rest.indexOf('@');
        if (at != rest.lastIndexOf('@')) {
            throw new DialRefusedException("a second @ at position %d".formatted(offset + rest.lastIndexOf('@') + 1));
        }
        return at < 0
                ? phone(serverName, rest)
                : throughTrunk(serverName, rest.substring(0, at), rest.substring(at + 1), offset);
    }

    private DialString phone(String serverName, String name) {
        Dialable phone = find(serverName, name, EndpointKind.PHONE);
        return DialString.phone(phone);
    }

    private DialString throughTrunk(String serverName, String digits, String name, int offset) {
        checkDigits(digits, offset);
        Dialable trunk = find(serverName, name, EndpointKind.TRUNK);
        if (!trunk.allowsDigits(digits)) {
            throw new DialRefusedException(
                    "%s is not among the digits allowed through trunk %s of %s; an administrator can"
                                    .formatted(Quoted.text(digits), Quoted.text(name), serverName)
                            + " allow them under Servers > Endpoints");
        }
        return DialString.throughTrunk(trunk, digits);
    }

    private static void checkDigits(String digits, int offset) {
        if (digits.isEmpty()) {
            throw new DialRefusedException("no digits before the @ at position " + (offset + 1));
        }
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (!(c >= '0' && c <= '9' || c == '*' || c == '#' || c == '+' && i == 0)) {
                throw new DialRefusedException(
                        "character '%s' at position %d is no digit".formatted(c, offset + i + 1));
            }
        }
        if (!DIGITS.matcher(digits).matches()) {
            throw new DialRefusedException("%d digits from position %d on, 1 to %d are allowed"
                    .formatted(digits.length() - (digits.startsWith("+") ? 1 : 0), offset + 1, MAX_DIGITS));
        }
    }

    private Dialable find(String serverName, String name, EndpointKind wanted) {
        Dialable found = plan.endpoint(serverName, Technology.PJSIP, name)
                .orElseThrow(() -> new DialRefusedException(
                        "there is no %s %s on %s; an administrator can add it under Servers > Endpoints"
                                .formatted(word(wanted), Quoted.text(name), serverName)));
        if (found.kind() != wanted) {
            throw new DialRefusedException(
                    wanted == EndpointKind.PHONE
                            ? "%s is a trunk and needs digits: PJSIP/<digits>@%s".formatted(Quoted.text(name), name)
                            : "%s is a phone and takes no digits: PJSIP/%s".formatted(Quoted.text(name), name));
        }
        if (!found.enabled()) {
            throw new DialRefusedException(
                    "%s %s is disabled on %s".formatted(word(wanted), Quoted.text(name), serverName));
        }
        return found;
    }

    private static String word(EndpointKind kind) {
        return kind == EndpointKind.PHONE ? "phone" : "trunk";
    }

    private DialString local(String serverName, String rest, int offset, boolean own) {
        int at = rest.indexOf('@');
        if (at < 0) {
            throw new DialRefusedException("a Local destination needs a context: Local/<exten>@<context>");
        }
        String exten = rest.substring(0, at);
        String context = rest.substring(at + 1);
        boolean optimised = !(own && context.endsWith("/n"));
        String name = optimised ? context : context.substring(0, context.length() - 2);
        if (name.indexOf('/') >= 0) {
            throw new DialRefusedException("options after the context are not allowed, at position %d"
                    .formatted(offset + at + 2 + name.indexOf('/')));
        }
        if (!AllowedContext.isName(name)) {
            throw new DialRefusedException(
                    "%s at position %d is no context".formatted(Quoted.text(name), offset + at + 2));
        }
        checkPlace(serverName, name, exten, own);
        return DialString.local(name, exten, optimised);
    }

    /**
     * Checks that a call may be sent to an extension of a context.
     *
     * @throws DialRefusedException with the reason
     */
    public void checkPlace(String serverName, String context, String exten, boolean own) {
        checkContext(serverName, context, own);
        checkExtension(serverName, context, exten, own);
    }

    /**
     * Checks that a context may be named at all.
     *
     * @throws DialRefusedException with the reason
     */
    public void checkContext(String serverName, String context, boolean own) {
        if (AllowedContext.isName(context) && AllowedContext.isOwn(context)) {
            if (!own) {
                throw new DialRefusedException(Quoted.text(context)
                        + " is one of Switchroom's own contexts, which rows of others may not use");
            }
        } else if (!AllowedContext.isName(context) || !plan.allowsContext(serverName, context)) {
            throw new DialRefusedException(
                    "%s is not allowed on %s; an administrator can allow it under Servers > Contexts"
                            .formatted(Quoted.text(context), serverName));
        }
    }

    /**
     * Checks an extension of a context that may be named.
     *
     * @throws DialRefusedException with the reason
     */
    public void checkExtension(String serverName, String context, String exten, boolean own) {
        if (!Extension.isValid(exten)) {
            throw new DialRefusedException(
                    Quoted.text(exten) + " is no extension: 1 to 80 ASCII letters, digits and * # + - _ .");
        }
        if (!(own && AllowedContext.isOwn(context)) && !plan.allowsExtension(serverName, context, exten)) {
            throw new DialRefusedException("extension %s of context %s is not allowed on %s; an administrator can"
                            .formatted(Quoted.text(exten), Quoted.text(context), serverName)
                    + " allow it under Servers > Contexts");
        }
    }
}
