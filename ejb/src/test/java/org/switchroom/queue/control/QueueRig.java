package org.switchroom.queue.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiEvent;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.RecordedEvent;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.endpoint.boundary.DialPlan;
import org.switchroom.endpoint.control.DialPlanSnapshot;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.Technology;
import org.switchroom.guard.control.Guard;
import org.switchroom.guard.control.GuardRows;
import org.switchroom.guard.control.PermitRows;
import org.switchroom.server.control.ChannelsListed;
import org.switchroom.server.control.NodeName;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.Servers;

/** The queue over a real database, driven by hand; pbx1 and pbx2 are up and nothing is sent anywhere. */
final class QueueRig implements AutoCloseable {
    static final String CALL =
            "{\"Channel\":\"PJSIP/15551230@carrier\",\"Context\":\"switchroom-echo\",\"Exten\":\"s\",\"Priority\":\"1\"}";

    final TestDatabase database = TestDatabase.empty();
    final NodeName node = new NodeName();
    final DatabaseTime time = new DatabaseTime(System::nanoTime, database.now());
    final RecordedEvent<ActionsChanged> changed = new RecordedEvent<>();
    final QueueStore store = new QueueStore(database, node, changed);
    final ServerDirectory directory = Servers.up("pbx1", "pbx2");
    final SentCalls calls = new SentCalls(database, time);
    final Guard guard = new Guard(new GuardRows(database), new PermitRows(database), calls, time);
    final ActionRules rules = new ActionRules(new FixedPlan(), directory, (server, channel) -> Optional.empty(), guard);
    final FixedPlan plan = new FixedPlan();
    final ServerLanes lanes = new ServerLanes(directory, plan);
    final ArrivalCheck check = new ArrivalCheck(rules, time, lanes);
    final ArrivalJudge judge = new ArrivalJudge(check);
    final ActionIntake intake = new ActionIntake(store, check, judge, node);
    final WaitingRows waiting = new WaitingRows(database);
    final ActionClaim claim = new ActionClaim(store, judge, node, time);
    final OutcomeStore outcomes = new OutcomeStore(store, node);
    final CallTracker tracker = new CallTracker(store, node, time);
    final Settlement settlement = new Settlement(store, node, time, directory);
    final ActionDeadlines deadlines = new ActionDeadlines(store, node, time);
    final InFlight inFlight = new InFlight(store, node, time);
    final HistoryMove history = new HistoryMove(database);
    final LentTurn turn = new LentTurn();
    final ActionSubmit submit = new ActionSubmit(database, new SubmitGroup(store, node, turn), rules, time, lanes);
    private long sequence;

    private static final class FixedPlan extends DialPlan {
        private static final DialPlanSnapshot PLAN = DialPlanSnapshot.of(
                List.of(
                        Endpoint.trunk("pbx1", Technology.PJSIP, "carrier", "(1555|9990)[0-9]{2,16}"),
                        Endpoint.trunk("pbx2", Technology.PJSIP, "carrier", "(1555|9990)[0-9]{2,16}")),
                List.of(new AllowedContext("*", "switchroom-echo", "s")));

        @Override
        public void refresh() {}

        @Override
        public DialPlanSnapshot current() {
            return PLAN;
        }
    }

    /** Looks at all lanes. */
    WaitingRows.Seen look() {
        return waiting.look(lanes.all());
    }

    /** Inserts as the foreign client does; returns the id. */
    long insert(String serverName, String action, String headers) {
        return insertWith("server_name, action, headers", serverName, action, headers);
    }

    /** Inserts these columns as the foreign client does; returns the id. */
    long insertWith(String columns, Object... values) {
        try (Connection client = TestDatabase.connect("client")) {
            return insertBy(client, columns, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long insertBy(Connection client, String columns, Object... values) throws SQLException {
        String marks = "?, ".repeat(values.length - 1) + "?";
        try (PreparedStatement insert = client.prepareStatement(
                "insert into queued_action (" + columns + ") values (" + marks + ")",
                Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }
    }

    /** A row that the client inserted, taken in and claimed. */
    ClaimedAction claimed() {
        insert("pbx1", "Originate", CALL);
        intake.takeIn();
        return claim.claim("pbx1", 1, true, 1).get(0);
    }

    ClaimedAction sent() {
        ClaimedAction action = claimed();
        Instant now = time.now();
        outcomes.store(List.of(new Outcome.Written(action, now, now.plusSeconds(35))));
        return action;
    }

    void happened(AmiEvent... events) {
        tracker.onBatch(new AmiBatch("pbx1", ++sequence, new ArrayList<>(List.of(events))));
    }

    /** The server lists these channels now, asked for this many seconds from now. */
    void listed(int afterSeconds, AmiEvent... channels) {
        Instant asked = time.now().plusSeconds(afterSeconds);
        settlement.remember(new ChannelsListed("pbx1", asked, asked, List.of(channels)));
        settlement.settle();
    }

    String status(long id) {
        return database.row("select status from action_all where id = ?", id);
    }

    String message(long id) {
        return database.row("select response_message from action_all where id = ?", id);
    }

    /** Steps of a row: {@code -|NEW}, {@code NEW|CLAIMED} ... */
    List<String> steps(long id) {
        return database.rows(
                "select from_status, to_status from action_transition where queued_action_id = ? order by id", id);
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
