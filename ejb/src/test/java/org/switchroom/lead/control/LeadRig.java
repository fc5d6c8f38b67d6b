package org.switchroom.lead.control;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.switchroom.common.Scope;
import org.switchroom.common.SettableClock;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;

/** Leads over a real database without rows. */
public final class LeadRig implements AutoCloseable {
    public static final Scope ALL = Scope.everything();

    public final TestDatabase database = TestDatabase.empty();
    public final SettableClock clock = new SettableClock();
    public final DatabaseTime time = new DatabaseTime(clock::monotonicNanos, database.now());
    public final ListRows lists = new ListRows(database);
    public final LeadRows leads = new LeadRows(database);
    public final LeadFinder finder = new LeadFinder(database);
    public final LeadEditing editing = new LeadEditing(database, time);
    public final LeadHistory history = new LeadHistory(database);
    public final DncRows dnc = new DncRows(database);
    public final CallbackRows callbacks = new CallbackRows(database);
    public final CallbackDiary diary = new CallbackDiary(database, time);

    /** A list of this campaign. */
    public LeadList list(String name, String campaign) {
        return list(LeadList.named(name).withCampaign(campaign));
    }

    public LeadList list(LeadList list) {
        return lists.find(lists.insert(list.requireValid(), time.now()), ALL).orElseThrow();
    }

    /** Adds a lead with this number, last name and first name; returns its id. */
    public long lead(LeadList list, String phone, String lastName, String firstName) {
        return editing.add(list, fields(phone, lastName, firstName), Map.of(), "tester");
    }

    public Lead lead(long id) {
        return leads.find(id).orElseThrow();
    }

    public static Map<LeadField, String> fields(String phone, String lastName, String firstName) {
        Map<LeadField, String> fields = new EnumMap<>(LeadField.class);
        fields.put(LeadField.PHONE, phone);
        fields.put(LeadField.LAST_NAME, lastName);
        fields.put(LeadField.FIRST_NAME, firstName);
        return fields;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
