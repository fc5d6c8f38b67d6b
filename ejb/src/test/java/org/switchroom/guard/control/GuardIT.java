package org.switchroom.guard.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.audit.boundary.RecordedAudit;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.guard.entity.CallProgress;
import org.switchroom.guard.entity.Caller;
import org.switchroom.guard.entity.Cap;
import org.switchroom.guard.entity.DialledRow;
import org.switchroom.guard.entity.Dialling;
import org.switchroom.guard.entity.GuardPlan;
import org.switchroom.guard.entity.GuardSettings;
import org.switchroom.guard.entity.Rate;
import org.switchroom.guard.entity.Unlock;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.control.UnknownNameException;

/** The guard over its tables. */
class GuardIT {
    private static final String MUNICH = "498912345678";
    private static final String LONDON = "442012345678";

    private final TestDatabase database = TestDatabase.empty();
    private final DatabaseTime time = new DatabaseTime(System::nanoTime, database.now());
    private final GuardRows rows = new GuardRows(database);
    private final GuardEditing editing = new GuardEditing(rows);
    private final RecordedAudit audit = new RecordedAudit();
    private final List<DialledRow> sent = new ArrayList<>();
    private Guard guard;

    @BeforeEach
    void hasPeople() {
        reset();
        database.run("delete from user_group");
        database.run("insert into user_group (name) values ('Sales'), ('sql'), ('New')");
        right("Sales", "DE");
        right("sql", "+44");
        account("anna", "Sales", "robot");
        account("newbie", "New", null);
        account("boss", null, null);
        database.run("insert into user_role (user_id, role) select id, 'admin' from user_account where name = 'boss'");
        guard = new Guard(rows, new PermitRows(database), new Sent(), time);
        guard.load();
    }

    @AfterEach
    void close() throws SQLException {
        reset();
        database.run("delete from user_account");
        database.run("delete from user_group");
        database.close();
    }

    private void reset() {
        database.run("update guard_plan set enforced = false, home_country = null");
        for (String table : List.of("guard_cap", "guard_rate", "guard_unlock", "guard_country")) {
            database.run("delete from " + table);
        }
    }

    @Test
    void letsAllThroughUntilItIsSetUp() {
        assertDoesNotThrow(() -> guard.check(Caller.known("newbie"), Rules.call(LONDON)));
        assertFalse(guard.isEnforced());

        enforce();

        assertThrows(GuardRefusedException.class, () -> guard.check(Caller.known("newbie"), Rules.call(LONDON)));
    }

    @Test
    void readsWhereEverybodyMayCallFromTheGroups() {
        enforce();

        assertTrue(mayCall(Caller.known("anna"), MUNICH));
        assertFalse(mayCall(Caller.known("anna"), LONDON));
        assertFalse(mayCall(Caller.known("newbie"), MUNICH));
        assertTrue(mayCall(Caller.known("boss"), LONDON));
        assertTrue(mayCall(new Caller("whoever", "robot@%"), MUNICH));
        assertTrue(mayCall(new Caller("boss", "stranger@%"), LONDON));
        assertFalse(mayCall(new Caller("boss", "stranger@%"), MUNICH));
        assertTrue(mayCall(
                new Caller("boss", database.rows("select current_user()").get(0)), MUNICH));
    }

    @Test
    void whoIsSwitchedOffOrMovedCallsNobodyAnyMore() {
        enforce();
        assertTrue(mayCall(Caller.known("anna"), MUNICH));

        database.run("update user_account set enabled = false where name = 'anna'");
        guard.refresh();

        assertFalse(mayCall(Caller.known("anna"), MUNICH));
    }

    @Test
    void settingsComeBackAsTheyWereStoredAndNobodyOverwritesAnothers() {
        Cap cap = new Cap(Rules.cap("group/Sales", null, null, null, null).key(), 1, 2, 3, 4, new BigDecimal("5.5"));
        GuardSettings wanted =
                new GuardSettings(Rules.PLAN, List.of(cap), List.of(new Rate("+49", new BigDecimal("0.02"))));
        long version = editing.settings().version();

        editing.change(wanted, version, "boss", time.now());

        assertEquals(wanted.fields(), editing.settings().settings().fields());
        assertEquals("boss", editing.settings().changedBy());
        assertThrows(StaleVersionException.class, () -> editing.change(GuardSettings.OFF, version, "anna", time.now()));
    }

    @Test
    void opensWhatIsCostlyForAWhileAndShutsItAgain() {
        enforce();
        Caller anna = Caller.known("anna");
        Instant now = time.now();
        assertFalse(mayCall(anna, "499001234567"));

        Unlock open = editing.unlock(
                new Unlock(0, "Sales", "DE:PREMIUM_RATE", now.plusSeconds(3600), "a prize", "boss", now));
        guard.refresh();
        assertTrue(mayCall(anna, "499001234567"));
        editing.shut(open.id(), time.now());
        guard.refresh();

        assertFalse(mayCall(anna, "499001234567"));
        assertThrows(UnknownNameException.class, () -> editing.shut(open.id(), time.now()));
        assertThrows(
                SettingsRefusedException.class,
                () -> editing.unlock(new Unlock(0, "Sales", "*", now.plus(Duration.ofDays(99)), null, "boss", now)));
    }

    @Test
    void countsWhatWasSentBeforeItWasStarted() {
        sent.add(sent(1, Duration.ofMinutes(30)));
        sent.add(sent(2, Duration.ofHours(2)));
        enforce(Rules.cap("group/Sales", null, 3, null, null));

        assertEquals(2, guard.callsToday());
        guard.admit(3, Caller.known("anna"), Rules.call(MUNICH));
        assertThrows(GuardRefusedException.class, () -> guard.admit(4, Caller.known("anna"), Rules.call(MUNICH)));
        assertTrue(guard.latestCap().isPresent());
    }

    @Test
    void tellsOfNewCountriesAndRefusalsOnce() {
        enforce();
        GuardKeeping keeping = new GuardKeeping(guard, rows, audit);
        guard.admit(1, Caller.known("boss"), Rules.call(LONDON));
        guard.admit(2, Caller.known("boss"), Rules.call(MUNICH));
        mayCall(Caller.known("newbie"), MUNICH);
        mayCall(Caller.known("newbie"), LONDON);

        keeping.store(keeping.take());

        assertEquals(List.of("GB"), database.rows("select country from guard_country"));
        assertEquals(1, guard.alarms().size());
        assertEquals(AuditVerb.REFUSED, audit.last().verb());
        assertEquals("2", audit.last().changes().get("rows").after());
        assertTrue(keeping.take().isNothing());
        editing.seen("GB", "boss");
        guard.refresh();
        assertEquals(List.of(), guard.alarms());
    }

    private DialledRow sent(long id, Duration ago) {
        Dialling call = Rules.call(MUNICH);
        Instant at = time.now().minus(ago);
        return new DialledRow(
                id,
                Caller.known("anna"),
                call,
                at,
                new CallProgress(true, Optional.of(at), Optional.of(at.plusSeconds(60))));
    }

    private boolean mayCall(Caller caller, String number) {
        try {
            guard.check(caller, Rules.call(number));
            return true;
        } catch (GuardRefusedException e) {
            return false;
        }
    }

    private void enforce(Cap... caps) {
        GuardPlan plan = Rules.PLAN;
        editing.change(
                new GuardSettings(plan, List.of(caps), List.of()),
                editing.settings().version(),
                "boss",
                time.now());
        guard.refresh();
    }

    private void right(String group, String destination) {
        database.run(
                "insert into user_group_right (group_id, kind, value) select id, 'DESTINATION', ? from user_group where name = ?",
                destination,
                group);
    }

    private void account(String name, String group, String databaseUser) {
        database.run(
                "insert into user_account (name, full_name, password_hash, database_account, group_id)"
                        + " select ?, 'x', '-', ?, (select id from user_group where name = ?)",
                name,
                databaseUser,
                group);
    }

    private final class Sent implements DialledRows {
        @Override
        public void sentSince(Instant from, Consumer<DialledRow> each) {
            sent.forEach(each);
        }

        @Override
        public Map<Long, CallProgress> progress(Set<Long> ids) {
            return Map.of();
        }
    }
}
