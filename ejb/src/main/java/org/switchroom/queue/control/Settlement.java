package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.switchroom.ami.AmiEvent;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.SqlTime;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.queue.entity.CallState;
import org.switchroom.server.control.ChannelsListed;
import org.switchroom.server.control.NodeName;
import org.switchroom.server.control.ServerDirectory;

/**
 * Settles by evidence: compares what a server says of its channels (CoreShowChannels) with rows that are UNKNOWN and with calls that
 * should live. Silence of a server settles nothing; a list that was asked for well after the action does.
 */
@ApplicationScoped
public class Settlement {
    /** A channel that should be in a list and is not may be younger than the list or its end may be on the way. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration STILL_RINGING = Duration.ofSeconds(35);

    private static final String OPEN_CALLS = """
            select id, server_name, uniqueid, status, call_state from queued_action where status = 'UNKNOWN'
            union all
            select id, server_name, uniqueid, status, call_state from queued_action
             where call_state in ('DIALING', 'RINGING', 'UP') and status not in ('CLAIMED', 'UNKNOWN')""";

    private static final String LOST_CALL = """
            update queued_action
               set call_state = 'HUNGUP', hangup_cause = null, hangup_cause_text = 'LOST',
                   closed_at = if(status in ('SUCCEEDED', 'FAILED'), ?, null)
             where id = ? and uniqueid = ? and call_state in ('DIALING', 'RINGING', 'UP')""";

    private record Row(long id, String serverName, String uniqueid, ActionStatus status, CallState callState) {}

    /** Since when a row has been in this state, as far as was seen here: evidence from before says nothing of it. */
    private record Open(ActionStatus status, Instant since) {}

    private record Evidence(Instant askedAt, Map<String, CallState> channels) {}

    private final Map<String, Evidence> lists = new ConcurrentHashMap<>();
    private final Map<Long, Open> openSince = new HashMap<>();
    private final Map<Long, Instant> missingSince = new HashMap<>();

    private final QueueStore store;
    private final NodeName node;
    private final DatabaseTime time;
    private final ServerDirectory directory;

    @Inject
    Settlement(QueueStore store, NodeName node, DatabaseTime time, ServerDirectory directory) {
        this.store = store;
        this.node = node;
        this.time = time;
        this.directory = directory;
    }

    /** For the container's proxy only. */
    protected Settlement() {
        this(null, null, null, null);
    }

    void remember(@Observes ChannelsListed listed) {
        Map<String, CallState> channels = new HashMap<>();
        for (AmiEvent channel : listed.channels()) {
            channels.put(channel.text("Uniqueid"), CallState.ofChannelState(channel.text("ChannelState")));
        }
        lists.put(listed.serverName(), new Evidence(listed.askedAt(), channels));
    }

    /** Settles what the last lists of the servers that are up can settle. One thread at a time. */
    public void settle() {
        store.change(connection -> {
            List<ActionMove> moves = new ArrayList<>();
            List<Row> lost = new ArrayList<>();
            List<Row> open = select(connection);
            Set<Long> ids = open.stream().map(Row::id).collect(Collectors.toSet());
            openSince.keySet().retainAll(ids);
            missingSince.keySet().retainAll(ids);
            for (Row row : open) {
                judge(row, moves, lost);
            }
            List<Long> changed = new ArrayList<>(close(connection, lost));
            changed.addAll(ActionRows.change(connection, node.name(), moves));
            return changed;
        });
    }

    private void judge(Row row, List<ActionMove> moves, List<Row> lost) {
        Instant since = openSince
                .compute(
                        row.id(),
                        (id, open) -> open != null && open.status() == row.status()
                                ? open
                                : new Open(row.status(), time.now()))
                .since();
        Evidence evidence = lists.get(row.serverName());
        if (evidence == null
                || !directory.isUp(row.serverName())
                || !evidence.askedAt().isAfter(since)) {
            return;
        }
        CallState seen = row.uniqueid() == null ? null : evidence.channels().get(row.uniqueid());
        if (seen != null) {
            missingSince.remove(row.id());
            confirm(row, seen, moves);
        } else if (missesLongEnough(row, evidence)) {
            if (row.status() == ActionStatus.UNKNOWN) {
                moves.add(step(row, ActionStatus.FAILED).answered(null, "not confirmed"));
            }
            if (row.callState() != null) {
                lost.add(row);
            }
        }
    }

    private boolean missesLongEnough(Row row, Evidence evidence) {
        Instant since = missingSince.computeIfAbsent(row.id(), id -> evidence.askedAt());
        return evidence.askedAt().isAfter(since.plus(PATIENCE));
    }

    private void confirm(Row row, CallState seen, List<ActionMove> moves) {
        if (row.status() != ActionStatus.UNKNOWN) {
            return;
        }
        moves.add(
                seen == CallState.UP
                        ? step(row, ActionStatus.SUCCEEDED).answered(null, "confirmed: its channel is up")
                        : step(row, ActionStatus.SENT)
                                .because("confirmed: its channel lives")
                                .settleBy(time.now().plus(STILL_RINGING)));
    }

    private ActionMove step(Row row, ActionStatus to) {
        return ActionMove.to(to, row.id(), time.now()).onlyFrom(ActionStatus.UNKNOWN);
    }

    private List<Long> close(Connection connection, List<Row> lost) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(LOST_CALL)) {
            for (Row row : lost) {
                SqlTime.set(update, 1, time.now());
                update.setLong(2, row.id());
                update.setString(3, row.uniqueid());
                update.addBatch();
            }
            update.executeBatch();
        }
        return lost.stream().map(Row::id).toList();
    }

    private static List<Row> select(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OPEN_CALLS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String callState = row.getString("call_state");
                rows.add(new Row(
                        row.getLong("id"),
                        row.getString("server_name"),
                        row.getString("uniqueid"),
                        ActionStatus.valueOf(row.getString("status")),
                        callState == null ? null : CallState.valueOf(callState)));
            }
        }
        return rows;
    }
}
