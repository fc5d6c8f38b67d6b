package org.switchroom.user.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.switchroom.user.entity.TokenOwner;

/**
 * Owners of tokens that were looked up a moment ago, so that a program that calls all the time does not ask the database each time who it
 * is. A token that is withdrawn is good for {@link #GOOD_FOR} more at most. Safe for use by many threads.
 */
@ApplicationScoped
public class KnownTokens {
    public static final Duration GOOD_FOR = Duration.ofSeconds(2);
    private static final int MOST = 1000;

    private record Known(TokenOwner owner, Instant since) {
        /** Not after a while, and not before it was looked up either: then the database's clock was set back. */
        boolean isGood(Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(GOOD_FOR));
        }
    }

    private final Map<String, Known> byHash = new ConcurrentHashMap<>();

    /** The owner of a token with this hash, if it was good a moment ago. */
    public Optional<TokenOwner> owner(String hash, Instant now) {
        return Optional.ofNullable(byHash.get(hash))
                .filter(known -> known.isGood(now))
                .map(Known::owner);
    }

    /** A token with this hash is good now; only good ones are kept, so nobody fills this with guesses. */
    public void good(String hash, TokenOwner owner, Instant now) {
        if (byHash.size() >= MOST) {
            byHash.clear();
        }
        byHash.put(hash, new Known(owner, now));
    }
}
