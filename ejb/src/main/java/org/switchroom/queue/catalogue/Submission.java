package org.switchroom.queue.catalogue;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What a client asks for, as it stands in a row, unchecked.
 *
 * @param headersJson the text of the column {@code headers}
 * @param priority 0 to 9, or null for the action's own
 * @param notBefore null for at once
 * @param expiresAt null for the default
 * @param internal whether our own code submits it: only then may it name Switchroom's own contexts and variables
 */
public record Submission(
        String serverName,
        String action,
        String headersJson,
        Integer priority,
        Instant notBefore,
        Instant expiresAt,
        boolean internal) {

    /** What is not given at all is empty, and refused as such. */
    public Submission {
        serverName = Objects.requireNonNullElse(serverName, "");
        action = Objects.requireNonNullElse(action, "");
        headersJson = Objects.requireNonNullElse(headersJson, "");
    }

    /** A row of others with the defaults. */
    public static Submission foreign(String serverName, String action, String headersJson) {
        return new Submission(serverName, action, headersJson, null, null, null, false);
    }

    /** A row of our own code with the defaults; see {@link HeadersText#write(Map)} for the values. */
    public static Submission own(String serverName, String action, Map<String, ?> headers) {
        return new Submission(serverName, action, HeadersText.write(headers), null, null, null, true);
    }
}
