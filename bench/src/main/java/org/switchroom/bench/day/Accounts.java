package org.switchroom.bench.day;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Accounts of their own for the clients that are told, each with a token for a day. */
final class Accounts {
    private static final int TOKEN_BYTES = 24;

    private final Connection owner;
    private final String run;

    /** One account and its token. */
    record Account(String name, String token) {}

    Accounts(Connection owner, String run) {
        this.owner = owner;
        this.run = run;
    }

    List<Account> create(int count) throws SQLException {
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[TOKEN_BYTES];
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            random.nextBytes(bytes);
            Account account = new Account(run + "-" + i, HexFormat.of().formatHex(bytes));
            update(
                    "insert into user_account (name, full_name, password_hash) values (?, ?, '-')",
                    account.name(),
                    "Bench");
            update(
                    "insert into user_role (user_id, role) select id, 'api' from user_account where name = ?",
                    account.name());
            update(
                    "insert into api_token (user_id, label, token_hash, expires_at) select id, 'bench', ?, utc_timestamp(3) + interval 1 day"
                            + " from user_account where name = ?",
                    hash(account.token()),
                    account.name());
            accounts.add(account);
        }
        return accounts;
    }

    void delete() throws SQLException {
        update("delete from user_account where name like ?", run + "-%");
    }

    private void update(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
