package org.switchroom.web.api.json;

import java.util.TreeSet;
import org.switchroom.user.boundary.TokenBook;
import org.switchroom.user.entity.ApiToken;
import org.switchroom.user.entity.TokenSettings;

/** Tokens as JSON; the secret only in the answer to who made one. */
public final class TokenJson {
    private TokenJson() {}

    public static void write(ApiToken token, JsonFields json) {
        TokenSettings settings = token.settings();
        json.field("id", token.getId())
                .field("user", token.getAccount().getName())
                .field("label", settings.label())
                .field("may_write", settings.scope().mayWrite());
        if (settings.scope().areas().isEmpty()) {
            json.field("areas", (String) null);
        } else {
            json.strings("areas", new TreeSet<>(settings.scope().areas()));
        }
        json.field("created_at", token.getCreatedAt())
                .field("expires_at", settings.expiresAt())
                .field("revoked_at", token.getRevokedAt())
                .field("used_at", token.getUsedAt());
    }

    public static void write(TokenBook.Issued issued, JsonFields json) {
        write(issued.token(), json);
        json.field("token", issued.secret());
    }
}
