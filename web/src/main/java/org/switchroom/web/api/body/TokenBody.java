package org.switchroom.web.api.body;

import java.util.List;
import java.util.Set;
import org.switchroom.common.Quoted;
import org.switchroom.user.entity.TokenScope;
import org.switchroom.user.entity.TokenSettings;

/**
 * A token that is to be made.
 *
 * @param user name of the account whose it will be
 */
public record TokenBody(String user, TokenSettings settings) {
    private static final Set<String> NAMES = Set.of("user", "label", "may_write", "areas", "expires_at");

    /**
     * @param areas that there are
     * @throws BodyRefusedException if the body can't be read
     */
    public static TokenBody read(String text, Set<String> areas) {
        JsonBody body = JsonBody.read(text, NAMES);
        List<String> wanted = body.strings("areas").orElse(List.of());
        wanted.stream().filter(area -> !areas.contains(area)).findFirst().ifPresent(area -> {
            throw new BodyRefusedException(
                    "areas", "%s is none of %s.".formatted(Quoted.text(area), String.join(", ", areas)));
        });
        if (body.strings("areas").isPresent() && wanted.isEmpty()) {
            throw new BodyRefusedException("areas", "At least one, or null for all.");
        }
        TokenScope scope = new TokenScope(body.truth("may_write").orElse(false), Set.copyOf(wanted));
        return new TokenBody(
                body.needString("user"),
                new TokenSettings(
                        body.needString("label"), scope, body.time("expires_at").orElse(null)));
    }
}
