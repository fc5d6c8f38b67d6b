package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.user.entity.ApiToken;
import org.switchroom.user.entity.TokenOwner;
import org.switchroom.user.entity.UserAccount;

/** Asks the database whose token it is. */
@Stateless
@DatabaseTurn
public class TokenLookup {
    @PersistenceContext
    EntityManager entities;

    /** The owner of a token with this hash that may be used now; remembers that it was. */
    public Optional<TokenOwner> owner(String hash, Instant now) {
        return entities.createQuery("select t from ApiToken t where t.tokenHash = :hash", ApiToken.class)
                .setParameter("hash", hash)
                .getResultStream()
                .filter(found -> found.isGood(now))
                .findFirst()
                .map(found -> {
                    found.use(now);
                    UserAccount account = found.getAccount();
                    return new TokenOwner(
                            account.getName(),
                            account.getRoles(),
                            found.settings().scope());
                });
    }
}
