package org.switchroom.lead.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchroom.common.Scope;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.Sql;
import org.switchroom.common.control.SqlTime;
import org.switchroom.lead.entity.LeadList;

/** The rows of {@code lead_list}, and what can be said of all leads of a list at once. */
@ApplicationScoped
public class ListRows {
    private static final String SELECT = """
            select id, name, active, campaign_id, region, expires_on, reset_at, fields, created_at, changed_at, version
              from lead_list""";

    private static final String ALL = SELECT + " order by id";
    private static final String ONE = SELECT + " where id = ?";
    private static final String INSERT = """
            insert into lead_list (name, active, campaign_id, region, expires_on, fields, created_at, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            update lead_list set name = ?, active = ?, campaign_id = ?, region = ?, expires_on = ?, fields = ?,
                   changed_at = ?, version = version + 1
             where id = ? and version = ?""";
    private static final String DELETE = "delete from lead_list where id = ? and version = ?";
    private static final String FORGET_MAPPINGS = "delete from lead_mapping where list_id = ?";
    private static final String HAS_LEADS = "select 1 as one from call_lead where list_id = ? limit 1";
    private static final String COUNTS = """
            select disposition, called_since_reset, count(*) as many from call_lead
             where list_id = ? group by disposition, called_since_reset order by disposition, called_since_reset""";
    private static final String SIZES = "select list_id, count(*) as many from call_lead group by list_id";

    /** By the index on list and disposition, so only what was called is touched; a part at a time, so that nobody waits long. */
    private static final String RESET =
            "update call_lead set called_since_reset = false where list_id = ? and called_since_reset = true limit 5000";

    private static final String WAS_RESET =
            "update lead_list set reset_at = ?, changed_at = ?, version = version + 1 where id = ?";

    /** How many leads of a disposition were called since the last reset, and how many were not. */
    public record Count(String disposition, boolean called, long many) {}

    @Inject
    private Database database;

    protected ListRows() {}

    public ListRows(Database database) {
        this.database = database;
    }

    /** Those that this person sees, by id. */
    public List<LeadList> visible(Scope scope) {
        return in(connection -> Sql.list(connection, ALL, ListRows::read)).stream()
                .filter(list -> sees(scope, list))
                .toList();
    }

    /** Ids of those that this person sees; empty for everything. */
    Optional<Set<Long>> visibleIds(Scope scope) {
        return scope.all()
                ? Optional.empty()
                : Optional.of(visible(scope).stream().map(LeadList::id).collect(Collectors.toSet()));
    }

    public Optional<LeadList> find(long id, Scope scope) {
        return in(connection -> Sql.first(connection, ONE, ListRows::read, id)).filter(list -> sees(scope, list));
    }

    public long insert(LeadList list, Instant now) {
        return in(connection -> Sql.insert(
                connection,
                INSERT,
                list.name(),
                list.active(),
                list.campaignId(),
                list.region(),
                list.expiresOn(),
                LeadJson.fields(list.fields()),
                now,
                now));
    }

    /** Whether the row still had the version that the list has. */
    public boolean update(LeadList list, Instant now) {
        return in(connection -> Sql.run(
                        connection,
                        UPDATE,
                        list.name(),
                        list.active(),
                        list.campaignId(),
                        list.region(),
                        list.expiresOn(),
                        LeadJson.fields(list.fields()),
                        now,
                        list.id(),
                        list.version()))
                == 1;
    }

    /** Whether there was such a row. */
    public boolean delete(long id, int version) {
        return in(connection -> {
            Sql.run(connection, FORGET_MAPPINGS, id);
            return Sql.run(connection, DELETE, id, version) == 1;
        });
    }

    public boolean hasLeads(long id) {
        return in(connection -> Sql.first(connection, HAS_LEADS, row -> 1, id)).isPresent();
    }

    /** Leads by disposition and whether they were called since the last reset. */
    public List<Count> counts(long id) {
        return in(connection -> Sql.list(
                connection,
                COUNTS,
                row -> new Count(
                        row.getString("disposition"), row.getBoolean("called_since_reset"), row.getLong("many")),
                id));
    }

    /** How many leads each list has; a list without leads is missing. */
    public Map<Long, Long> sizes() {
        Map<Long, Long> sizes = new LinkedHashMap<>();
        in(connection -> Sql.list(connection, SIZES, row -> sizes.put(row.getLong("list_id"), row.getLong("many"))));
        return sizes;
    }

    /** Declares a part of the called leads not called; returns how many it were, 0 when all are. A transaction of its own. */
    public int resetPart(long id) {
        return database.inNewTransaction(connection -> Sql.run(connection, RESET, id));
    }

    public void wasReset(long id, Instant at) {
        in(connection -> Sql.run(connection, WAS_RESET, at, at, id));
    }

    private static boolean sees(Scope scope, LeadList list) {
        return scope.all() || list.campaignId() != null && scope.sees(list.campaignId());
    }

    private static LeadList read(ResultSet row) throws SQLException {
        Date expires = row.getDate("expires_on");
        return new LeadList(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("active"),
                row.getString("campaign_id"),
                row.getString("region"),
                expires == null ? null : expires.toLocalDate(),
                SqlTime.get(row, "reset_at"),
                LeadJson.fields(row.getString("fields")),
                SqlTime.get(row, "created_at"),
                SqlTime.get(row, "changed_at"),
                row.getInt("version"));
    }

    private <T> T in(Database.Work<T> work) {
        return database.inCurrentTransaction(work);
    }

    /** The list as this connection sees it, for work that has its own transaction. */
    public static Optional<LeadList> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, ONE, ListRows::read, id);
    }
}
