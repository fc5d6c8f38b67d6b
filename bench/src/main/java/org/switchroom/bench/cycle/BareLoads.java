package org.switchroom.bench.cycle;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/** Leads into the table with the same indexes, and not looked at: what the database itself can do. */
final class BareLoads {
    private static final String LIST = "insert into lead_list (name, fields) values ('bare', '[]')";
    private static final String LOAD_DATA = """
            load data local infile ? into table call_lead character set utf8mb4 fields terminated by ',' ignore 1 lines
              (@phone, first_name, last_name, address1, city, state, post_code, email, vendor_id)
              set phone = concat('1', regexp_replace(@phone, '[^0-9]', '')), dial_code = '1', time_zones = 'America/New_York',
                  list_id = (select max(id) from lead_list)""";
    private static final String INSERT = """
            insert into call_lead (phone, first_name, last_name, address1, city, state, post_code, email, vendor_id, dial_code, time_zones,
                   list_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, '1', 'America/New_York', ?)""";
    private static final int BATCH = 1_000;

    private BareLoads() {}

    static long loadData(BenchDatabase database, Path file) throws SQLException {
        String url = database.url() + (database.isMysql() ? "&allowLoadLocalInfile=true" : "&allowLocalInfile=true");
        try (Connection connection = DriverManager.getConnection(
                        url,
                        database.values().required("database.owner.user"),
                        database.values().required("database.owner.password"));
                Statement statement = connection.createStatement()) {
            statement.execute(LIST);
            return statement.executeLargeUpdate(LOAD_DATA.replace("?", "'" + file + "'"));
        }
    }

    static long insert(BenchDatabase database, int rows) throws SQLException {
        Random dice = new Random(7);
        try (Connection connection = database.connect("owner");
                Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            statement.execute(LIST, Statement.RETURN_GENERATED_KEYS);
            var keys = statement.getGeneratedKeys();
            keys.next();
            long list = keys.getLong(1);
            connection.setAutoCommit(false);
            for (int i = 1; i <= rows; i++) {
                bind(insert, i, dice, list);
                if (i % BATCH == 0 || i == rows) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
        return rows;
    }

    private static void bind(PreparedStatement insert, int i, Random dice, long list) throws SQLException {
        String[] values = {
            "1" + ((i * 7_368_787L) % 8_000_000_000L + 2_000_000_000L),
            "Dana" + i % 500,
            "Whitfield" + dice.nextInt(20_000),
            dice.nextInt(9_999) + " Main Street",
            "Clearwater",
            "FL",
            Integer.toString(dice.nextInt(99_999)),
            "dana" + i + "@example.org",
            "HP-" + dice.nextInt(Integer.MAX_VALUE)
        };
        for (int column = 0; column < values.length; column++) {
            insert.setString(column + 1, values[column]);
        }
        insert.setLong(values.length + 1, list);
        insert.addBatch();
    }
}
