package org.switchroom.queue.control;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tag of one action on the wire: its ActionID, and for an Originate also the channel id that we give to its channel, so that
 * every event of it names its row. Holds the row's id and chance, so that neither a second Switchroom on the same server nor an
 * older database can claim the event. {@code swr-123-k3x9...}
 */
public record ActionTag(long id, String text) {
    private static final Pattern FORM = Pattern.compile("swr-(\\d{1,18})-[a-z0-9]{6,20}");
    private static final SecureRandom CHANCE = new SecureRandom();

    /** A new tag for this row. */
    public static ActionTag fresh(long id) {
        return of(id, chance());
    }

    /** Chance for the tags of rows that are claimed together. */
    static String chance() {
        return new BigInteger(60, CHANCE).setBit(59).toString(36);
    }

    /** The chance part of a tag. */
    String chanceOf() {
        return text.substring(text.lastIndexOf('-') + 1);
    }

    /** The tag of this row with this chance, spelled as the claim's statement does. */
    static ActionTag of(long id, String chance) {
        return new ActionTag(id, "swr-" + id + "-" + chance);
    }

    /** The tag that this text is; empty for the ids of channels that are not ours, which includes our second Local halves. */
    public static Optional<ActionTag> read(String text) {
        if (text == null || !text.startsWith("swr-")) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new ActionTag(Long.parseLong(matcher.group(1)), text))
                : Optional.empty();
    }
}
