package org.switchroom.guard.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.Sql;
import org.switchroom.common.control.SqlTime;
import org.switchroom.guard.entity.Cap;
import org.switchroom.guard.entity.CapKey;
import org.switchroom.guard.entity.CapScope;
import org.switchroom.guard.entity.GuardPlan;
import org.switchroom.guard.entity.GuardSettings;
import org.switchroom.guard.entity.NewCountry;
import org.switchroom.guard.entity.Rate;
import org.switchroom.guard.entity.Reading;
import org.switchroom.guard.entity.StoredSettings;
import org.switchroom.guard.entity.Unlock;

/** The rows of the guard's own tables. */
@ApplicationScoped
public class GuardRows {
    private static final String PLAN = """
            select enforced, home_country, reading, internal_digits, currency, default_rate, reserved_minutes, changed_at, changed_by, version
              from guard_plan where id = 1""";
    private static final String VERSION = "select version from guard_plan where id = 1";
    private static final String LOCK = "select version from guard_plan where id = 1 for update";
    private static final String CHANGE = """
            update guard_plan set enforced = ?, home_country = ?, reading = ?, internal_digits = ?, currency = ?, default_rate = ?,
                   reserved_minutes = ?, changed_at = ?, changed_by = ?, version = version + 1 where id = 1""";
    private static final String CAPS = """
            select scope, name, calls_per_minute, calls_per_hour, calls_per_day, concurrent_calls, spend_per_day from guard_cap""";
    private static final String ADD_CAP = """
            insert into guard_cap (scope, name, calls_per_minute, calls_per_hour, calls_per_day, concurrent_calls, spend_per_day)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String RATES = "select prefix, per_minute from guard_rate";
    private static final String ADD_RATE = "insert into guard_rate (prefix, per_minute) values (?, ?)";
    private static final String UNLOCKS = """
            select id, group_name, destination, until_at, reason, unlocked_by, unlocked_at from guard_unlock
             where until_at > ? order by id""";
    private static final String ADD_UNLOCK = """
            insert into guard_unlock (group_name, destination, until_at, reason, unlocked_by, unlocked_at) values (?, ?, ?, ?, ?, ?)""";
    private static final String END_UNLOCK = "update guard_unlock set until_at = ? where id = ? and until_at > ?";
    private static final String COUNTRIES =
            "select country, first_called_at, first_called_by, seen_by from guard_country order by first_called_at desc";
    private static final String ADD_COUNTRY =
            "insert ignore into guard_country (country, first_called_at, first_called_by) values (?, ?, ?)";
    private static final String SEEN = "update guard_country set seen_by = ? where country = ? and seen_by is null";

    @Inject
    private Database database;

    protected GuardRows() {}

    public GuardRows(Database database) {
        this.database = database;
    }

    public StoredSettings settings() {
        return database.inCurrentTransaction(connection -> {
            List<Cap> caps = Sql.list(connection, CAPS, GuardRows::cap);
            List<Rate> rates = Sql.list(
                    connection, RATES, row -> new Rate(row.getString("prefix"), row.getBigDecimal("per_minute")));
            return Sql.first(connection, PLAN, row -> stored(row, caps, rates)).orElseThrow();
        });
    }

    /** Changes whenever a setting does. */
    int version() {
        return version(VERSION);
    }

    /** The version as it is now, which nobody else changes before the transaction ends. */
    int lock() {
        return version(LOCK);
    }

    private int version(String sql) {
        return database.inCurrentTransaction(connection ->
                Sql.first(connection, sql, row -> row.getInt("version")).orElseThrow());
    }

    void change(GuardSettings settings, String by, Instant at) {
        database.inCurrentTransaction(connection -> {
            GuardPlan plan = settings.plan();
            Sql.run(
                    connection,
                    CHANGE,
                    plan.enforced(),
                    plan.homeCountry(),
                    plan.reading(),
                    plan.internalDigits(),
                    plan.currency(),
                    plan.defaultRate(),
                    plan.reservedMinutes(),
                    at,
                    by);
            storeCaps(connection, settings.caps());
            Sql.run(connection, "delete from guard_rate");
            for (Rate rate : settings.rates()) {
                Sql.run(connection, ADD_RATE, rate.prefix(), rate.perMinute());
            }
            return null;
        });
    }

    private static void storeCaps(Connection connection, List<Cap> caps) throws SQLException {
        Sql.run(connection, "delete from guard_cap");
        for (Cap cap : caps) {
            Sql.run(
                    connection,
                    ADD_CAP,
                    cap.key().scope(),
                    cap.key().name(),
                    cap.callsPerMinute(),
                    cap.callsPerHour(),
                    cap.callsPerDay(),
                    cap.concurrentCalls(),
                    cap.spendPerDay());
        }
    }

    /** What is open now, the oldest first. */
    public List<Unlock> unlocks(Instant now) {
        return database.inCurrentTransaction(connection -> Sql.list(connection, UNLOCKS, GuardRows::unlock, now));
    }

    long add(Unlock unlock) {
        return database.inCurrentTransaction(connection -> Sql.insert(
                connection,
                ADD_UNLOCK,
                unlock.group(),
                unlock.destination(),
                unlock.until(),
                unlock.reason(),
                unlock.by(),
                unlock.at()));
    }

    /** Whether it was open. */
    boolean end(long unlock, Instant now) {
        return database.inCurrentTransaction(connection -> Sql.run(connection, END_UNLOCK, now, unlock, now)) == 1;
    }

    /** The newest first. */
    public List<NewCountry> countries() {
        return database.inCurrentTransaction(connection -> Sql.list(
                connection,
                COUNTRIES,
                row -> new NewCountry(
                        row.getString("country"),
                        SqlTime.get(row, "first_called_at"),
                        row.getString("first_called_by"),
                        row.getString("seen_by"))));
    }

    void add(NewCountry country) {
        database.inCurrentTransaction(connection ->
                Sql.run(connection, ADD_COUNTRY, country.country(), country.firstCalledAt(), country.firstCalledBy()));
    }

    /** Whether its alarm was on. */
    boolean seen(String country, String by) {
        return database.inCurrentTransaction(connection -> Sql.run(connection, SEEN, by, country)) == 1;
    }

    private static StoredSettings stored(ResultSet row, List<Cap> caps, List<Rate> rates) throws SQLException {
        GuardPlan plan = new GuardPlan(
                row.getBoolean("enforced"),
                row.getString("home_country"),
                Reading.valueOf(row.getString("reading")),
                row.getInt("internal_digits"),
                row.getString("currency"),
                row.getBigDecimal("default_rate"),
                row.getInt("reserved_minutes"));
        return new StoredSettings(
                new GuardSettings(plan, caps, rates),
                SqlTime.get(row, "changed_at"),
                row.getString("changed_by"),
                row.getInt("version"));
    }

    private static Cap cap(ResultSet row) throws SQLException {
        return new Cap(
                new CapKey(CapScope.valueOf(row.getString("scope")), row.getString("name")),
                limit(row, "calls_per_minute"),
                limit(row, "calls_per_hour"),
                limit(row, "calls_per_day"),
                limit(row, "concurrent_calls"),
                row.getBigDecimal("spend_per_day"));
    }

    private static Integer limit(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(Sql.number(row, column)).map(Long::intValue).orElse(null);
    }

    private static Unlock unlock(ResultSet row) throws SQLException {
        return new Unlock(
                row.getLong("id"),
                row.getString("group_name"),
                row.getString("destination"),
                SqlTime.get(row, "until_at"),
                row.getString("reason"),
                row.getString("unlocked_by"),
                SqlTime.get(row, "unlocked_at"));
    }
}
