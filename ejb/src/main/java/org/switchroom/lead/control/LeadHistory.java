package org.switchroom.lead.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.Sql;
import org.switchroom.common.control.SqlTime;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadChange;
import org.switchroom.lead.entity.LeadChange.Difference;
import org.switchroom.lead.entity.LeadField;

/** The steps of leads: what changed, by whom, when. */
@ApplicationScoped
public class LeadHistory {
    private static final String INSERT =
            "insert into lead_change (lead_id, verb, at, changed_by, fields) values (?, ?, ?, ?, ?)";
    private static final String OF_LEAD =
            "select id, verb, at, changed_by, fields from lead_change where lead_id = ? order by id desc limit 500";
    private static final String TAKE_OVER = "update lead_change set lead_id = ? where lead_id = ?";

    @Inject
    private Database database;

    protected LeadHistory() {}

    public LeadHistory(Database database) {
        this.database = database;
    }

    /** The latest 500 steps, newest first. */
    public List<LeadChange> of(long leadId) {
        return database.inCurrentTransaction(connection -> Sql.list(
                connection,
                OF_LEAD,
                row -> new LeadChange(
                        row.getLong("id"),
                        LeadChange.Verb.valueOf(row.getString("verb")),
                        SqlTime.get(row, "at"),
                        row.getString("changed_by"),
                        LeadJson.differences(row.getString("fields"))),
                leadId));
    }

    void add(long leadId, LeadChange.Verb verb, Map<String, Difference> fields, String by, Instant at) {
        database.inCurrentTransaction(
                connection -> Sql.run(connection, INSERT, leadId, verb, at, by, LeadJson.differences(fields)));
    }

    /** Steps of a lead that was merged into another go on there. */
    void takeOver(long from, long to) {
        database.inCurrentTransaction(connection -> Sql.run(connection, TAKE_OVER, to, from));
    }

    /** The fields that differ, by name. */
    static Map<String, Difference> differences(Map<String, String> before, Map<String, String> after) {
        Map<String, Difference> fields = new LinkedHashMap<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                fields.put(name, new Difference(before.get(name), after.get(name)));
            }
        }
        return fields;
    }

    /** All that can be changed of a lead, by name. */
    public static Map<String, String> named(Lead lead) {
        return named(lead.listId(), lead.fields(), lead.custom());
    }

    static Map<String, String> named(long listId, Map<LeadField, String> fields, Map<String, String> custom) {
        Map<String, String> named = new LinkedHashMap<>(custom);
        named.put("list_id", Long.toString(listId));
        fields.forEach((field, value) -> {
            if (field != LeadField.RANK || !value.equals("0")) {
                named.put(field.word(), value);
            }
        });
        return named;
    }
}
