package org.switchroom.guard.entity;

/**
 * Who stands on a row.
 *
 * @param submittedBy name of an account; what a foreign row says of itself counts only where our own code inserted it
 * @param databaseAccount who inserted the row, or null for our own code
 */
public record Caller(String submittedBy, String databaseAccount) {

    /** An account that our own code has seen sign in. */
    public static Caller known(String account) {
        return new Caller(account, null);
    }

    /** Name of the database account without its host; empty for our own code. */
    public String databaseUser() {
        if (databaseAccount == null) {
            return "";
        }
        int at = databaseAccount.lastIndexOf('@');
        return at < 0 ? databaseAccount : databaseAccount.substring(0, at);
    }
}
