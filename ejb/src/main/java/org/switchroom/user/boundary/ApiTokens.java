package org.switchroom.user.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.user.control.KnownTokens;
import org.switchroom.user.control.TokenSecret;
import org.switchroom.user.entity.TokenOwner;

/** Bearer tokens for the API. A token has at least 128 bits of chance, so a plain hash of it is enough. */
@ApplicationScoped
public class ApiTokens {
    @Inject
    private TokenLookup lookup;

    @Inject
    private KnownTokens known;

    @Inject
    private DatabaseTime time;

    /** The owner of a token that may be used now, or could be a moment ago: within 2 s the database is not asked again. */
    public Optional<TokenOwner> owner(String token) {
        Instant now = time.now();
        String hash = TokenSecret.hash(token);
        return known.owner(hash, now).or(() -> {
            Optional<TokenOwner> owner = lookup.owner(hash, now);
            owner.ifPresent(found -> known.good(hash, found, now));
            return owner;
        });
    }
}
