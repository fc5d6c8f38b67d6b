package org.switchroom.lead.load;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.SqlTime;
import org.switchroom.lead.control.Sql;
import org.switchroom.lead.entity.DuplicateRule;
import org.switchroom.lead.entity.FileFormat;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.LoadResult;
import org.switchroom.lead.entity.LoadRules;
import org.switchroom.lead.entity.LoadState;

/** The rows of {@code lead_load}: what is asked for, who works at it, how far it is. */
@ApplicationScoped
public class LoadRows {
    /** Who holds a load and says nothing for so long holds it no more. */
    static final Duration SILENT_FOR = Duration.ofSeconds(30);

    private static final String SELECT = """
            select id, list_id, dnc_campaign_id, file_name, stored_name, file_bytes, file_format, mapping, duplicates, skip_dnc, state,
                   message, node, epoch, row_position, row_total, error_bytes, result, created_by, created_at, started_at,
                   finished_at, version
              from lead_load""";
    private static final String ONE = SELECT + " where id = ?";
    private static final String OF_LIST = SELECT + " where list_id = ? order by id desc limit 100";
    private static final String LATEST = SELECT + " order by id desc limit 200";

    /** Loads go one after the other, over all nodes: two of them would not see each other's numbers. */
    private static final String FIRST = SELECT + " where state = ? order by id limit 20";

    private static final String INSERT = """
            insert into lead_load (list_id, dnc_campaign_id, file_name, stored_name, file_bytes, file_format, mapping, duplicates,
                   skip_dnc, row_total, result, created_by, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', ?, ?)""";
    private static final String SETTINGS = """
            update lead_load set mapping = ?, duplicates = ?, skip_dnc = ?, file_format = ?, state = 'UPLOADED', result = '{}', version = version + 1
             where id = ? and version = ? and state in ('UPLOADED', 'CHECKED')""";
    private static final String BEGIN = """
            update lead_load set state = ?, row_position = 0, error_bytes = 0, result = '{}', message = null, node = null,
                   heartbeat_at = null, started_at = null, finished_at = null, version = version + 1
             where id = ? and state in ('UPLOADED', 'CHECKED')""";
    private static final String TAKE = """
            update lead_load set node = ?, epoch = epoch + 1, heartbeat_at = ?, started_at = coalesce(started_at, ?)
             where id = ? and state = ? and epoch = ? and (heartbeat_at is null or heartbeat_at < ?)""";
    private static final String CHECKPOINT = """
            update lead_load set row_position = ?, error_bytes = ?, result = ?, heartbeat_at = ?, version = version + 1
             where id = ? and epoch = ? and state = ?""";
    private static final String ALIVE =
            "update lead_load set heartbeat_at = ? where id = ? and epoch = ? and state = ?";
    private static final String FINISH = """
            update lead_load set state = ?, message = ?, row_total = coalesce(?, row_total), finished_at = ?, version = version + 1
             where id = ? and epoch = ? and state = ?""";
    private static final String CANCEL = """
            update lead_load set state = case state when 'CHECKING' then 'UPLOADED' else 'CANCELLED' end, finished_at = ?,
                   version = version + 1
             where id = ? and state in ('UPLOADED', 'CHECKING', 'CHECKED', 'LOADING')""";
    private static final String WAITING = SELECT
            + " where state in ('UPLOADED', 'CHECKED') and coalesce(finished_at, created_at) < ? order by id limit 1000";
    private static final String GIVE_UP = """
            update lead_load set state = 'CANCELLED', message = ?, finished_at = ?, version = version + 1
             where id = ? and version = ? and state in ('UPLOADED', 'CHECKED')""";
    private static final String NEEDED =
            "select stored_name from lead_load where state in ('UPLOADED', 'CHECKING', 'CHECKED', 'LOADING')";
    private static final String REMEMBER = """
            insert into lead_mapping (list_id, head_hash, mapping, used_at) values (?, ?, ?, ?)
            on duplicate key update mapping = values(mapping), used_at = values(used_at)""";
    private static final String REMEMBERED = "select mapping from lead_mapping where list_id = ? and head_hash = ?";

    @Inject
    private Database database;

    protected LoadRows() {}

    public LoadRows(Database database) {
        this.database = database;
    }

    public Optional<LeadLoad> find(long id) {
        return in(connection -> Sql.first(connection, ONE, LoadRows::read, id));
    }

    /** The latest 100 of a list, newest first. */
    public List<LeadLoad> ofList(long listId) {
        return in(connection -> Sql.list(connection, OF_LIST, LoadRows::read, listId));
    }

    /** The latest 200, newest first. */
    public List<LeadLoad> latest() {
        return in(connection -> Sql.list(connection, LATEST, LoadRows::read));
    }

    /** The first 20 in this state, oldest first. */
    List<LeadLoad> first(LoadState state) {
        return database.inNewTransaction(connection -> Sql.list(connection, FIRST, LoadRows::read, state));
    }

    public long insert(LeadLoad load, Instant now) {
        return in(connection -> Sql.insert(
                connection,
                INSERT,
                load.listId(),
                load.dncCampaignId(),
                load.fileName(),
                load.storedName(),
                load.fileBytes(),
                LoadJson.format(load.format()),
                LoadJson.strings(load.mapping()),
                load.duplicates(),
                load.skipDnc(),
                load.total(),
                load.createdBy(),
                now));
    }

    /** Whether the row still had this version and nobody worked at it. */
    public boolean change(long id, int version, LoadRules rules, FileFormat format) {
        return in(connection -> Sql.run(
                        connection,
                        SETTINGS,
                        LoadJson.strings(rules.mapping()),
                        rules.duplicates(),
                        rules.skipDnc(),
                        LoadJson.format(format),
                        id,
                        version))
                == 1;
    }

    /** Up to 1,000 that were uploaded or checked before this and that nobody began. */
    List<LeadLoad> waitingSince(Instant before) {
        return database.inNewTransaction(connection -> Sql.list(connection, WAITING, LoadRows::read, before));
    }

    /** Ends a load that nobody began; whether it still was as it was read. */
    boolean giveUp(LeadLoad waiting, String why, Instant now) {
        return database.inNewTransaction(
                        connection -> Sql.run(connection, GIVE_UP, why, now, waiting.id(), waiting.version()))
                == 1;
    }

    /** The stored names of files that a load may still read. */
    Set<String> neededFiles() {
        return new HashSet<>(database.inNewTransaction(
                connection -> Sql.list(connection, NEEDED, row -> row.getString("stored_name"))));
    }

    /** Puts it where a node takes it, to begin anew; whether nobody worked at it. */
    public boolean begin(long id, LoadState state) {
        return in(connection -> Sql.run(connection, BEGIN, state, id)) == 1;
    }

    /** Whether it was still to be stopped. */
    public boolean cancel(long id, Instant now) {
        return in(connection -> Sql.run(connection, CANCEL, now, id)) == 1;
    }

    /** Takes a load that nobody holds; empty if somebody was faster. */
    Optional<LeadLoad> take(LeadLoad load, String node, Instant now) {
        return database.inNewTransaction(connection -> {
            int taken = Sql.run(
                    connection, TAKE, node, now, now, load.id(), load.state(), load.epoch(), now.minus(SILENT_FOR));
            return taken == 1 ? Sql.first(connection, ONE, LoadRows::read, load.id()) : Optional.empty();
        });
    }

    /** For the transaction that stores the rows before this position. Whether the load is still ours and still wanted. */
    static boolean checkpoint(Connection connection, LeadLoad held, Checkpoint at, Instant now) throws SQLException {
        return Sql.run(
                        connection,
                        CHECKPOINT,
                        at.position(),
                        at.errorBytes(),
                        LoadJson.result(at.result()),
                        now,
                        held.id(),
                        held.epoch(),
                        held.state())
                == 1;
    }

    /** How far a load is. */
    record Checkpoint(long position, long errorBytes, LoadResult result) {}

    /** Whether the load is still ours and still wanted. */
    boolean stayAlive(LeadLoad held, Instant now) {
        return database.inNewTransaction(
                        connection -> Sql.run(connection, ALIVE, now, held.id(), held.epoch(), held.state()))
                == 1;
    }

    /** Whether it was still ours. */
    boolean finish(LeadLoad held, LoadState state, String message, Long total, Instant now) {
        return database.inNewTransaction(connection ->
                        Sql.run(connection, FINISH, state, message, total, now, held.id(), held.epoch(), held.state()))
                == 1;
    }

    public void remember(long listId, String hash, List<String> mapping, Instant now) {
        in(connection -> Sql.run(connection, REMEMBER, listId, hash, LoadJson.strings(mapping), now));
    }

    public Optional<List<String>> remembered(long listId, String hash) {
        return in(connection ->
                Sql.first(connection, REMEMBERED, row -> LoadJson.strings(row.getString("mapping")), listId, hash));
    }

    private static LeadLoad read(ResultSet row) throws SQLException {
        return new LeadLoad(
                row.getLong("id"),
                Sql.number(row, "list_id"),
                row.getString("dnc_campaign_id"),
                row.getString("file_name"),
                row.getString("stored_name"),
                row.getLong("file_bytes"),
                LoadJson.format(row.getString("file_format")),
                LoadJson.strings(row.getString("mapping")),
                DuplicateRule.valueOf(row.getString("duplicates")),
                row.getBoolean("skip_dnc"),
                LoadState.valueOf(row.getString("state")),
                row.getString("message"),
                row.getString("node"),
                row.getInt("epoch"),
                row.getLong("row_position"),
                Sql.number(row, "row_total"),
                row.getLong("error_bytes"),
                LoadJson.result(row.getString("result")),
                row.getString("created_by"),
                SqlTime.get(row, "created_at"),
                SqlTime.get(row, "started_at"),
                SqlTime.get(row, "finished_at"),
                row.getInt("version"));
    }

    private <T> T in(Database.Work<T> work) {
        return database.inCurrentTransaction(work);
    }
}
