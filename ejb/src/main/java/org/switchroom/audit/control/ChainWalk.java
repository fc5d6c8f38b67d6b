package org.switchroom.audit.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.audit.entity.ChainReport;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.SqlTime;

/** Walks along the chain from a place where it was good, entry by entry, and keeps what does not fit. It only reads. */
final class ChainWalk {
    private static final int BATCH = 1000;
    private static final String NEXT = """
            select id, at, actor, way, address, verb, subject, subject_key, changes, previous_hash, hash
              from audit_entry where id > ? and id <= ? order by id limit ?\
            """;
    private static final String HEAD = "select last_id, last_hash from audit_head where id = 1";

    /**
     * Where the chain ends, or where a walk stands.
     *
     * @param id of the last entry, 0 before the first
     * @param hash its hash
     */
    record Place(long id, String hash) {
        static final Place BEGINNING = new Place(0, SealedEntry.NO_HASH);
    }

    private final Database database;
    private final List<String> breaks = new ArrayList<>();
    private Place place;
    private long checked;

    ChainWalk(Database database, Place from) {
        this.database = database;
        this.place = from;
    }

    /** Where the chain ends now. */
    static Place end(Database database) {
        return database.inNewTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(HEAD);
                    ResultSet row = select.executeQuery()) {
                return row.next() ? new Place(row.getLong(1), row.getString(2)) : new Place(-1, "");
            }
        });
    }

    /** Goes on to this end, or for so many entries. */
    ChainWalk to(Place end, long most) {
        long left = most;
        int read = BATCH;
        while (left > 0 && read == BATCH && place.id() < end.id()) {
            read = step(end.id(), (int) Math.min(BATCH, left));
            left -= read;
        }
        boolean over = read < BATCH && left > 0;
        if (over && place.id() < end.id()) {
            found("entries %d to %d are missing at the end".formatted(place.id() + 1, end.id()));
        }
        if (place.id() == end.id() && !place.hash().equals(end.hash())) {
            found("entry %d is not the one that was last".formatted(place.id()));
        }
        if (end.id() < place.id()) {
            found("the chain ends at %d, there were %d entries".formatted(end.id(), place.id()));
        }
        return this;
    }

    private int step(long last, int most) {
        return database.inNewTransaction(connection -> {
            try (PreparedStatement select = next(connection, last, most);
                    ResultSet row = select.executeQuery()) {
                int read = 0;
                while (row.next()) {
                    take(row);
                    read++;
                }
                return read;
            }
        });
    }

    private PreparedStatement next(Connection connection, long last, int most) throws SQLException {
        PreparedStatement select = connection.prepareStatement(NEXT);
        select.setLong(1, place.id());
        select.setLong(2, last);
        select.setInt(3, most);
        return select;
    }

    private void take(ResultSet row) throws SQLException {
        SealedEntry entry = new SealedEntry(
                row.getLong("id"),
                SqlTime.get(row, "at"),
                row.getString("actor"),
                row.getString("way"),
                row.getString("address"),
                row.getString("verb"),
                row.getString("subject"),
                row.getString("subject_key"),
                row.getString("changes"));
        String previous = row.getString("previous_hash");
        String hash = row.getString("hash");
        if (entry.id() > place.id() + 1) {
            found("entries %d to %d are missing".formatted(place.id() + 1, entry.id() - 1));
        } else if (!previous.equals(place.hash())) {
            found("entry %d does not follow the one before it".formatted(entry.id()));
        }
        if (!hash.equals(entry.hashAfter(previous))) {
            found("entry %d was changed".formatted(entry.id()));
        }
        place = new Place(entry.id(), hash);
        checked++;
    }

    private void found(String what) {
        if (breaks.size() < ChainReport.MOST_BREAKS) {
            breaks.add(what);
        }
    }

    Place place() {
        return place;
    }

    ChainReport report() {
        return new ChainReport(checked, place.id(), place.hash(), breaks);
    }
}
