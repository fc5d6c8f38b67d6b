package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.user.entity.ApiToken;
import org.switchroom.user.entity.TokenOwner;

/** Asks the database whose token it is. */
@Stateless
@DatabaseTurn
public class TokenLookup {
    @PersistenceContext
    private EntityManager entities;

    /** The owner of a token with this hash that may be used now. */
    public Optional<TokenOwner> owner(String hash, Instant now) {
        return entities.createQuery("select t from ApiToken t where t.tokenHash = :hash", ApiToken.class)
                .setParameter("hash", hash)
                .getResultStream()
                .filter(found -> found.isGood(now))
                .map(found -> new TokenOwner(
                        found.getAccount().getName(), found.getAccount().getRoles()))
                .findFirst();
    }
}
