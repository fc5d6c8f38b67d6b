package org.switchroom.endpoint.control;

import java.util.regex.Pattern;
import org.switchroom.common.Extension;
import org.switchroom.common.Quoted;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.EndpointKind;
import org.switchroom.endpoint.entity.Technology;

/**
 * Reads the destination of a row: {@code PJSIP/<digits>@<trunk>}, {@code IAX2/<peer>/<digits>}, {@code DAHDI/<group>/<digits>}, a phone
 * of one of these, or {@code Local/<exten>@<context>}, with known trunks, phones and contexts only. Everything else is refused with the
 * position (from 1) at which it goes wrong.
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
        String rest = text.substring(slash + 1);
        Technology technology = Technology.spelled(text.substring(0, slash))
                .orElseThrow(() -> new DialRefusedException(
                        "technology %s at position 1 is not allowed, only PJSIP, IAX2, DAHDI and Local are"
                                .formatted(Quoted.text(text.substring(0, slash)))));
        return switch (technology) {
            case PJSIP -> pjsip(serverName, rest, slash + 1);
            case IAX2, DAHDI -> slashed(technology, serverName, rest, slash + 1);
            case LOCAL -> local(serverName, rest, slash + 1, own);
        };
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
        if (at < 0) {
            return phone(Technology.PJSIP, serverName, rest);
        }
        String digits = rest.substring(0, at);
        checkDigits(digits, offset, "before the @");
        return throughTrunk(Technology.PJSIP, serverName, digits, rest.substring(at + 1));
    }

    /** The digits stand last (Asterisk: chan_iax2, chan_dahdi); what else these technologies take there is not allowed. */
    private DialString slashed(Technology technology, String serverName, String rest, int offset) {
        int at = rest.indexOf('@');
        if (at >= 0) {
            throw new DialRefusedException("an @ at position %d: users, contexts and options are not allowed, write %s"
                    .formatted(offset + at + 1, DialString.example(technology, "<trunk>")));
        }
        int slash = rest.indexOf('/');
        if (slash != rest.lastIndexOf('/')) {
            throw new DialRefusedException("a third slash at position %d: options are not allowed"
                    .formatted(offset + rest.lastIndexOf('/') + 1));
        }
        if (slash < 0) {
            return phone(technology, serverName, rest);
        }
        String digits = rest.substring(slash + 1);
        checkDigits(digits, offset + slash + 1, "after the second slash");
        return throughTrunk(technology, serverName, digits, rest.substring(0, slash));
    }

    private DialString phone(Technology technology, String serverName, String name) {
        return DialString.phone(find(technology, serverName, name, EndpointKind.PHONE));
    }

    private DialString throughTrunk(Technology technology, String serverName, String digits, String name) {
        Dialable trunk = find(technology, serverName, name, EndpointKind.TRUNK);
        if (!trunk.allowsDigits(digits)) {
            throw new DialRefusedException(
                    "%s is not among the digits allowed through trunk %s of %s; an administrator can"
                                    .formatted(Quoted.text(digits), Quoted.text(name), serverName)
                            + " allow them under Servers > Endpoints");
        }
        return DialString.throughTrunk(trunk, digits);
    }

    private static void checkDigits(String digits, int offset, String where) {
        if (digits.isEmpty()) {
            throw new DialRefusedException("no digits %s at position %d".formatted(where, offset + 1));
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

    private Dialable find(Technology technology, String serverName, String name, EndpointKind wanted) {
        Dialable found = plan.endpoint(serverName, technology, name)
                .orElseThrow(() -> new DialRefusedException(
                        "there is no %s %s%s on %s; an administrator can add it under Servers > Endpoints"
                                .formatted(word(wanted), Quoted.text(name), of(technology), serverName)));
        if (found.kind() != wanted) {
            throw new DialRefusedException(
                    wanted == EndpointKind.PHONE
                            ? "%s is a trunk and needs digits: %s"
                                    .formatted(Quoted.text(name), DialString.example(technology, name))
                            : "%s is a phone and takes no digits: %s/%s"
                                    .formatted(Quoted.text(name), technology.spelling(), name));
        }
        if (!found.enabled()) {
            throw new DialRefusedException(
                    "%s %s is disabled on %s".formatted(word(wanted), Quoted.text(name), serverName));
        }
        return found;
    }

    private static String of(Technology technology) {
        return technology == Technology.PJSIP ? "" : " of technology " + Quoted.text(technology.spelling());
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
