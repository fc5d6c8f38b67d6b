package org.switchroom.lead.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadChange;
import org.switchroom.lead.entity.LeadChange.Difference;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;

/** Adds, changes, merges and removes single leads, each step with its history. Runs in the caller's transaction. */
@ApplicationScoped
public class LeadEditing {
    @Inject
    private LeadRows leads;

    @Inject
    private LeadHistory history;

    @Inject
    private CallbackRows callbacks;

    @Inject
    private DatabaseTime time;

    protected LeadEditing() {}

    public LeadEditing(Database database, DatabaseTime time) {
        this.leads = new LeadRows(database);
        this.history = new LeadHistory(database);
        this.callbacks = new CallbackRows(database);
        this.time = time;
    }

    /** Adds a lead to this list; returns its id. */
    public long add(LeadList list, Map<LeadField, String> fields, Map<String, String> custom, String by) {
        LeadReading.Read read = new LeadReading(list).read(fields, custom);
        Instant now = time.now();
        long id = leads.insert(list.id(), read, now);
        Map<String, String> after = LeadHistory.named(list.id(), read.fields(), read.custom());
        history.add(id, LeadChange.Verb.ADDED, LeadHistory.differences(Map.of(), after), by, now);
        return id;
    }

    /**
     * Puts these values in place of all that the lead has; it may go to another list by this.
     *
     * @param fields as people write them: a number with a plus, or read by region
     * @param seen version that the change rests on
     * @throws StaleVersionException if the lead has another
     */
    public void change(
            Lead present,
            int seen,
            LeadList list,
            Map<LeadField, String> fields,
            Map<String, String> custom,
            String by) {
        StaleVersionException.refuse("lead " + present.id(), seen, present.version());
        LeadReading.Read read = new LeadReading(list).read(fields, custom);
        LeadChange.Verb verb = list.id() == present.listId() ? LeadChange.Verb.CHANGED : LeadChange.Verb.MOVED;
        store(present, list.id(), read, verb, by);
    }

    /**
     * Makes one lead of two: the kept one takes each value from the other that is named, or that it lacks itself; attempts are added,
     * history and callbacks go with it, and the other is removed.
     *
     * @param fromOther names of fields whose values the other has better
     */
    public void merge(
            Lead kept, int seenKept, Lead other, int seenOther, Set<String> fromOther, LeadList list, String by) {
        if (kept.id() == other.id()) {
            throw new InvalidLeadException("other", "is the same lead");
        }
        StaleVersionException.refuse("lead " + kept.id(), seenKept, kept.version());
        StaleVersionException.refuse("lead " + other.id(), seenOther, other.version());
        Map<LeadField, String> fields = new EnumMap<>(other.fields());
        kept.fields().forEach((field, value) -> {
            if (!fromOther.contains(field.word()) || !fields.containsKey(field)) {
                fields.put(field, value);
            }
        });
        Map<String, String> custom = new HashMap<>(kept.custom());
        list.fields().forEach(own -> {
            String value = other.custom().get(own.name());
            if (value != null && (fromOther.contains(own.name()) || !custom.containsKey(own.name()))) {
                custom.put(own.name(), value);
            }
        });
        store(kept, list.id(), new LeadReading(list).read(spelled(fields), custom), LeadChange.Verb.MERGED, by);
        leads.setCalls(kept.id(), sum(kept.calls(), other.calls()));
        history.takeOver(other.id(), kept.id());
        callbacks.takeOver(other.id(), kept.id());
        remove(other, seenOther);
    }

    /** @throws StaleVersionException if the lead has another version than was seen */
    public void remove(Lead present, int seen) {
        StaleVersionException.refuse("lead " + present.id(), seen, present.version());
        if (!leads.delete(present.id(), seen)) {
            throw new StaleVersionException("lead " + present.id(), seen + 1L);
        }
        callbacks.forget(present.id());
    }

    private void store(Lead present, long listId, LeadReading.Read read, LeadChange.Verb verb, String by) {
        Instant now = time.now();
        Map<String, Difference> differences = LeadHistory.differences(
                LeadHistory.named(present), LeadHistory.named(listId, read.fields(), read.custom()));
        if (!leads.update(present.id(), present.version(), listId, read, now)) {
            throw new StaleVersionException("lead " + present.id(), present.version() + 1L);
        }
        if (!differences.isEmpty() || verb == LeadChange.Verb.MERGED) {
            history.add(present.id(), verb, differences, by, now);
        }
    }

    /** Values as they are stored, spelled so that they are read as the same again. */
    private static Map<LeadField, String> spelled(Map<LeadField, String> stored) {
        Map<LeadField, String> fields = new EnumMap<>(stored);
        fields.replaceAll((field, value) -> field.isPhone() ? "+" + value : value);
        return fields;
    }

    private static Lead.Calls sum(Lead.Calls one, Lead.Calls other) {
        boolean later =
                one.lastAt() == null || other.lastAt() != null && other.lastAt().isAfter(one.lastAt());
        Lead.Calls last = later ? other : one;
        return new Lead.Calls(
                one.attempts() + other.attempts(),
                one.sinceReset() || other.sinceReset(),
                last.lastAt(),
                last.lastLocalAt());
    }
}
