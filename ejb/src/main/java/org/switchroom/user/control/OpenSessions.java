package org.switchroom.user.control;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.switchroom.user.entity.UserAccount;

/** Ends what is open of an account whose password is no secret any more, or which is gone. */
public final class OpenSessions {
    private static final String END =
            "update UserSession s set s.endedAt = :now where s.account.id = :account and s.endedAt is null";

    private OpenSessions() {}

    public static void end(EntityManager entities, UserAccount account, Instant now) {
        entities.createQuery(END)
                .setParameter("now", now)
                .setParameter("account", account.getId())
                .executeUpdate();
    }
}
