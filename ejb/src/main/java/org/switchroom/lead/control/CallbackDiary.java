package org.switchroom.lead.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.common.Scope;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.lead.entity.Callback;
import org.switchroom.lead.entity.CallbackState;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.LeadConflictException;

/** The life of a callback: agreed, moved, due, missed. */
@ApplicationScoped
public class CallbackDiary {
    /** A callback that nobody made for so long is missed. */
    static final Duration MISSED_AFTER = Duration.ofHours(24);

    private static final Duration FARTHEST = Duration.ofDays(730);
    private static final int LONGEST_NOTE = 500;
    private static final int STRIDE = 500;

    @Inject
    private CallbackRows rows;

    @Inject
    private LeadRows leads;

    @Inject
    private ListRows lists;

    @Inject
    private DatabaseTime time;

    protected CallbackDiary() {}

    public CallbackDiary(Database database, DatabaseTime time) {
        this.rows = new CallbackRows(database);
        this.leads = new LeadRows(database);
        this.lists = new ListRows(database);
        this.time = time;
    }

    public long schedule(
            long leadId, String campaignId, String agent, Instant at, ZoneId zone, String note, String by) {
        Instant now = time.now();
        requireValid(at, note, now);
        return rows.insert(
                new Callback(
                        0, leadId, campaignId, agent, CallbackState.SCHEDULED, at, zone, note, by, now, 0, null, null),
                now);
    }

    /** To another time; what was due is scheduled again. */
    public void move(Callback present, String agent, Instant at, ZoneId zone, String note) {
        requireValid(at, note, time.now());
        CallbackState state = present.state() == CallbackState.SCHEDULED
                ? CallbackState.SCHEDULED
                : following(present, CallbackState.SCHEDULED);
        store(present, agent, state, at, zone, note);
    }

    public void become(Callback present, CallbackState state) {
        store(present, present.agent(), following(present, state), present.dueAt(), present.zone(), present.note());
    }

    /** Makes due what is due and missed what is missed; whether anything changed. */
    public boolean keep(Instant now) {
        return rows.becomeDue(now) + rows.miss(now.minus(MISSED_AFTER), now) > 0;
    }

    /** One page of those that this person sees. */
    public List<Callback> list(CallbackState state, Instant afterDue, long afterId, int limit, Scope scope) {
        List<Callback> seen = new ArrayList<>();
        Instant due = afterDue;
        long id = afterId;
        List<Callback> part;
        do {
            part = rows.list(state, due, id, STRIDE);
            for (Callback each : part) {
                due = each.dueAt();
                id = each.id();
                if (sees(scope, each)) {
                    seen.add(each);
                    if (seen.size() == limit) {
                        return seen;
                    }
                }
            }
        } while (part.size() == STRIDE);
        return seen;
    }

    /** By its campaign; without one by the list of its lead. */
    public boolean sees(Scope scope, Callback callback) {
        if (scope.all()) {
            return true;
        }
        return callback.campaignId() == null
                ? leads.find(callback.leadId())
                        .flatMap(lead -> lists.find(lead.listId(), scope))
                        .isPresent()
                : scope.sees(callback.campaignId());
    }

    private void store(Callback present, String agent, CallbackState state, Instant at, ZoneId zone, String note) {
        boolean stored = rows.update(
                new Callback(
                        present.id(),
                        present.leadId(),
                        present.campaignId(),
                        agent,
                        state,
                        at,
                        zone,
                        note,
                        present.createdBy(),
                        present.createdAt(),
                        present.version(),
                        null,
                        null),
                time.now());
        if (!stored) {
            throw new StaleVersionException("callback " + present.id(), present.version() + 1L);
        }
    }

    private static CallbackState following(Callback present, CallbackState state) {
        if (!present.state().next().contains(state)) {
            throw new LeadConflictException(
                    "callback-state", "A callback that is %s can't become %s.".formatted(present.state(), state));
        }
        return state;
    }

    private static void requireValid(Instant at, String note, Instant now) {
        if (at.isBefore(now) || at.isAfter(now.plus(FARTHEST))) {
            throw new InvalidLeadException("due_at", "must lie in the future, at most two years ahead");
        }
        if (note != null) {
            InvalidLeadException.refuseUnstorable("note", note);
            if (note.length() > LONGEST_NOTE) {
                throw new InvalidLeadException("note", "has more than %d characters".formatted(LONGEST_NOTE));
            }
        }
    }
}
