package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.user.entity.ApiToken;

/** Bearer tokens for the API. A token has at least 128 bits of chance, so a plain hash of it is enough. */
@Stateless
public class ApiTokens {
    /** Whose token it is, and what that account may do. */
    public record TokenOwner(String userName, Set<String> roles) {}

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private DatabaseTime time;

    /** The owner of a token that may be used now. */
    public Optional<TokenOwner> owner(String token) {
        Instant now = time.now();
        return entities.createQuery("select t from ApiToken t where t.tokenHash = :hash", ApiToken.class)
                .setParameter("hash", hash(token))
                .getResultStream()
                .filter(found -> found.isGood(now))
                .map(found -> new TokenOwner(
                        found.getAccount().getName(), found.getAccount().getRoles()))
                .findFirst();
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
