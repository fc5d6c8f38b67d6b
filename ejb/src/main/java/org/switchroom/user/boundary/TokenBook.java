package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.control.TokenSecret;
import org.switchroom.user.control.UnknownNameException;
import org.switchroom.user.entity.ApiToken;
import org.switchroom.user.entity.TokenSettings;
import org.switchroom.user.entity.UserAccount;

/** The tokens that were given out: made, looked at and revoked. Each change is in the audit; the secret itself is told once and kept nowhere. */
@Stateless
@DatabaseTurn
public class TokenBook {
    static final String SUBJECT = "api_token";

    private static final String LIST = """
            select t from ApiToken t join t.account a
             where (:anyOwner = true or a.name = :owner) and t.id < :before order by t.id desc\
            """;

    @PersistenceContext
    EntityManager entities;

    @Inject
    DatabaseTime time;

    @Inject
    AuditLog audit;

    /**
     * A token that was just made.
     *
     * @param secret what its owner sends; it can't be read again
     */
    public record Issued(ApiToken token, String secret) {}

    /**
     * Newest first.
     *
     * @param owner name of the account; empty for all
     * @param before id; only older ones are given
     */
    public List<ApiToken> list(Optional<String> owner, long before, int most) {
        return entities.createQuery(LIST, ApiToken.class)
                .setParameter("anyOwner", owner.isEmpty())
                .setParameter("owner", owner.orElse(""))
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<ApiToken> find(long id) {
        return Optional.ofNullable(entities.find(ApiToken.class, id));
    }

    /**
     * Makes a token.
     *
     * @throws UnknownNameException if there is no such account
     * @throws SettingsRefusedException if something of it can't be
     */
    public Issued issue(String owner, TokenSettings settings) {
        UserAccount account = entities.createQuery(
                        "select a from UserAccount a where a.name = :name", UserAccount.class)
                .setParameter("name", owner)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new UnknownNameException("account", owner));
        SettingsRefusedException.ifAny(settings.violations(time.now()));
        String secret = TokenSecret.random();
        ApiToken token = new ApiToken(account, settings, TokenSecret.hash(secret), time.now());
        entities.persist(token);
        audit.record(entry(token).verb(AuditVerb.ADDED).after(settings.fields()));
        return new Issued(token, secret);
    }

    /**
     * Ends a token for ever. One that was ended before stays as it was.
     *
     * @throws UnknownNameException if there is none
     */
    public void revoke(long id) {
        ApiToken token = find(id).orElseThrow(() -> new UnknownNameException("token", Long.toString(id)));
        if (token.getRevokedAt() == null) {
            token.revoke(time.now());
            audit.record(
                    entry(token).verb(AuditVerb.REMOVED).before(token.settings().fields()));
        }
    }

    private static AuditEntry entry(ApiToken token) {
        return AuditEntry.of(SUBJECT, token.getAccount().getName() + "/" + token.getId());
    }
}
