package org.switchroom.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A program that knows the tables and nothing else. Its statements throw what the database says. */
public final class SqlClient implements AutoCloseable {
    private static final String USUAL = "mariadb";

    private final Connection connection;

    private SqlClient(String driver, String user, String password) throws SQLException {
        Instance instance = Instance.running();
        String url = "jdbc:%s://%s:%s/%s?allowPublicKeyRetrieval=true&sslMode=%s"
                .formatted(
                        driver,
                        instance.value("database.host"),
                        instance.value("database.port"),
                        instance.value("database.name"),
                        "mysql".equals(driver) ? "DISABLED" : "disable");
        connection = DriverManager.getConnection(url, user, password);
    }

    /** As the foreign client's account. */
    public static SqlClient foreign() throws SQLException {
        Instance instance = Instance.running();
        return new SqlClient(USUAL, instance.value("database.user"), instance.value("database.password"));
    }

    /** The same by MySQL's own driver. */
    public static SqlClient foreignByMysqlDriver() throws SQLException {
        Instance instance = Instance.running();
        return new SqlClient("mysql", instance.value("database.user"), instance.value("database.password"));
    }

    /** As the application's own account, for what only an administrator could do. */
    public static SqlClient own() throws SQLException {
        Instance instance = Instance.running();
        return new SqlClient(
                USUAL,
                instance.inner("database.values", "database.app.user"),
                instance.inner("database.values", "database.app.password"));
    }

    /** The id of the new row. */
    public long insert(NewAction action) throws SQLException {
        return insert("server_name, action, headers", action.serverName(), action.action(), action.headersText());
    }

    /** Inserts a row of these columns into the queue. */
    public long insert(String columns, Object... values) throws SQLException {
        String marks = "?, ".repeat(values.length - 1) + "?";
        String sql = "insert into queued_action (%s) values (%s)".formatted(columns, marks);
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            fill(statement, values);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** Runs a statement that is no query. */
    public int run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            return statement.executeUpdate();
        }
    }

    /** The rows of a query, each by column name, values as text. */
    public List<Map<String, String>> rows(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            try (ResultSet found = statement.executeQuery()) {
                List<Map<String, String>> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(row(found));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The action of this id, whether it is in history already or not. */
    public ActionRow action(long id) {
        List<Map<String, String>> found = rows("select * from action_all where id = ?", id);
        if (found.isEmpty()) {
            throw new AssertionError("there is no row " + id);
        }
        return new ActionRow(found.get(0));
    }

    /** The states that the row went through, in order. */
    public List<String> story(long id) {
        return rows("select from_status, to_status from action_transition where queued_action_id = ? order by id", id)
                .stream()
                .map(step -> step.get("from_status") + "->" + step.get("to_status"))
                .toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static Map<String, String> row(ResultSet found) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.put(found.getMetaData().getColumnLabel(i), found.getString(i));
        }
        return row;
    }
}
