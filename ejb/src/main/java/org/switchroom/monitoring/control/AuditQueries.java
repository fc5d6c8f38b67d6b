package org.switchroom.monitoring.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.switchroom.monitoring.entity.Finding;
import org.switchroom.monitoring.entity.Invariant;

/**
 * The invariants that the tables alone can tell, one read-only query each: a row for each offender, in words. All of them are led by
 * indexes of the hot table, so that they cost the same however long the history is and however many rows wait.
 */
final class AuditQueries {
    /** Every row is looked at here at least once: it stays in the hot table for a minute after its end. */
    private static final String I1 = """
        select concat('actions ', a.id, ' and ', b.id, ' have the channel id ', a.uniqueid)
          from queued_action a join queued_action b on b.uniqueid = a.uniqueid and b.id > a.id
         where a.status = 'SUCCEEDED' and a.action = 'Originate' and b.status = 'SUCCEEDED' and b.action = 'Originate'
        union all
        select concat('actions ', b.id, ' and ', a.id, ' have the channel id ', a.uniqueid)
          from queued_action a join queued_action_history b on b.uniqueid = a.uniqueid and b.id <> a.id
         where a.status = 'SUCCEEDED' and a.action = 'Originate' and b.status = 'SUCCEEDED' and b.action = 'Originate'
         limit ?\
        """;

    /** The sender stores with each SENT row when its time is over (Timeout + 5 s for Originate, else 5 s). */
    private static final String I2 = """
        select concat('action ', id, ' on ', server_name, ', sent at ', coalesce(sent_at, '-'), ', should have ended at ',
                      coalesce(settle_by, '-'))
          from queued_action
         where status = 'SENT' and (settle_by is null or settle_by < utc_timestamp(3) - interval 10 second)
         order by id limit ?\
        """;

    private static final String I3 = """
        select concat(server_name, ': epoch ', epoch, ' begun at ', begun_at, ', epoch ', earlier, ' at ', earlier_at)
          from (select server_name, epoch, begun_at, lag(epoch) over (partition by server_name order by epoch) as earlier,
                       lag(begun_at) over (partition by server_name order by epoch) as earlier_at
                  from server_lease_epoch) as steps
         where begun_at < earlier_at
        union all
        select concat(lease.server_name, ': its lease says epoch ', lease.epoch, ', there was ', max(past.epoch))
          from server_lease lease join server_lease_epoch past on past.server_name = lease.server_name
         group by lease.server_name, lease.epoch having max(past.epoch) > lease.epoch
         limit ?\
        """;

    private static final String DEADLINES = """
        select concat('action ', id, ' on ', server_name, ' is ', status, ', its deadline was ', expires_at)
          from queued_action
         where stage in ('ARRIVED', 'WAITING', 'DUE') and expires_at < utc_timestamp(3) - interval 30 second
        union all
        select concat('action ', id, ' on ', server_name, ' is ', status, ', its deadline was ',
                      greatest(expires_at, coalesce(settle_by, expires_at)))
          from queued_action
         where status in ('CLAIMED', 'SENT', 'UNKNOWN')
           and greatest(expires_at, coalesce(settle_by, expires_at)) < utc_timestamp(3) - interval 30 second
         limit ?\
        """;

    private static final String LEASES = """
        select concat(lease.server_name, ' is held by ', lease.holder, ' until ', lease.ends_at, ', last seen ',
                      coalesce(alive.seen_at, 'never'))
          from server_lease lease left join application_node alive on alive.holder = lease.holder
         where lease.holder is not null
           and (lease.ends_at < utc_timestamp(3) - interval 30 second
                or alive.seen_at is null or alive.seen_at < utc_timestamp(3) - interval 30 second)
         order by lease.server_name limit ?\
        """;

    private static final Map<Invariant, String> QUERIES = new EnumMap<>(Map.of(
            Invariant.I1, I1,
            Invariant.I2, I2,
            Invariant.I3, I3,
            Invariant.DEADLINES, DEADLINES,
            Invariant.LEASES, LEASES));

    private AuditQueries() {}

    /** Those that can be asked here. */
    static Set<Invariant> known() {
        return QUERIES.keySet();
    }

    /** Offenders in words, one more than are shown if there are more. */
    static List<String> offenders(Connection connection, Invariant invariant) throws SQLException {
        List<String> offenders = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(QUERIES.get(invariant))) {
            select.setInt(1, Finding.MOST_OFFENDERS + 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    offenders.add(row.getString(1));
                }
            }
        }
        return offenders;
    }
}
