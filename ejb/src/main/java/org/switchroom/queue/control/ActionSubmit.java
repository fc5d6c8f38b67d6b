package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.guard.entity.Caller;
import org.switchroom.queue.catalogue.ActionRefusedException;
import org.switchroom.queue.catalogue.RefusalRule;
import org.switchroom.queue.catalogue.Submission;
import org.switchroom.queue.catalogue.ValidAction;
import org.switchroom.queue.entity.ActionRequest;
import org.switchroom.queue.entity.Submitted;

/** Stores an action that our own code, a page or REST submits: checked first, so it is due at once. */
@ApplicationScoped
public class ActionSubmit {
    private static final Duration DEFAULT_LIFE = Duration.ofSeconds(30);
    private static final int LONGEST_KEY = 128;

    private static final String FIRST = "select id from queued_action where idempotency_key = ?";

    private final Database database;
    private final SubmitGroup group;
    private final ServerLanes lanes;
    private final ActionRules rules;
    private final DatabaseTime time;

    @Inject
    ActionSubmit(Database database, SubmitGroup group, ActionRules rules, DatabaseTime time, ServerLanes lanes) {
        this.database = database;
        this.group = group;
        this.rules = rules;
        this.time = time;
        this.lanes = lanes;
    }

    /** For the container's proxy only. */
    protected ActionSubmit() {
        this(null, null, null, null, null);
    }

    /**
     * Checks and stores. The key is looked up first: an action that is submitted again after its time, or after its channel has gone, is
     * still the action that was submitted then.
     *
     * @param internal whether our own code submits it and may name our own contexts and variables
     * @return the first row's id where the idempotency key is taken
     * @throws ActionRefusedException if it can't be valid
     * @throws DatabaseException if it could not be stored
     */
    public Submitted submit(ActionRequest request, String by, boolean internal) {
        checkKey(request.idempotencyKey());
        OptionalLong first = first(request.idempotencyKey());
        if (first.isPresent()) {
            return new Submitted(first.getAsLong(), false);
        }
        lanes.refresh();
        ValidAction valid = rules.check(
                new Submission(
                        request.serverName(),
                        request.action(),
                        request.headers(),
                        request.priority(),
                        request.notBefore(),
                        request.expiresAt(),
                        internal),
                Caller.known(by));
        if (valid.spec().pseudo()) {
            throw new ActionRefusedException(
                    "action",
                    RefusalRule.ACTION_NOT_ALLOWED,
                    "cancel through DELETE or the page; this one is for SQL clients");
        }
        try {
            return new Submitted(group.store(row(request, valid, by, internal)), true);
        } catch (DatabaseException e) {
            if (!e.isDuplicateKey()) {
                throw e;
            }
            return new Submitted(first(request.idempotencyKey()).orElseThrow(() -> e), false);
        }
    }

    private static void checkKey(String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new ActionRefusedException(
                    "idempotency_key", RefusalRule.VALUE_NOT_ALLOWED, "must have 1 to 128 characters");
        }
    }

    private OptionalLong first(String key) {
        if (key == null) {
            return OptionalLong.empty();
        }
        return database.statementByStatement(connection -> {
            try (PreparedStatement select = connection.prepareStatement(FIRST)) {
                select.setString(1, key);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? OptionalLong.of(row.getLong(1)) : ArrivalCheck.earlier(connection, key);
                }
            }
        });
    }

    private NewRow row(ActionRequest request, ValidAction valid, String by, boolean internal) {
        Instant now = time.now();
        boolean early = request.notBefore() != null && request.notBefore().isAfter(now);
        Instant expiresAt = request.expiresAt() != null
                ? request.expiresAt()
                : (early ? request.notBefore() : now).plus(DEFAULT_LIFE);
        return new NewRow(
                request.serverName(),
                valid.spec().name(),
                request.headers(),
                request.priority(),
                request.notBefore(),
                now,
                expiresAt,
                request.idempotencyKey(),
                by,
                early ? "WAITING" : "DUE",
                internal,
                new LaneKey(request.serverName(), valid.spec().name().equals("Originate"), lanes.trunkOf(valid)));
    }
}
