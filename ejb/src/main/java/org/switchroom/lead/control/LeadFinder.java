package org.switchroom.lead.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.switchroom.common.Scope;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.Sql;
import org.switchroom.lead.entity.CappedCount;
import org.switchroom.lead.entity.LeadPage;
import org.switchroom.lead.entity.LeadSearch;

/**
 * Finds leads among millions: walks one index from the place where the last page ended, and looks at so many entries at most, so that
 * the first answer comes at once whatever is asked. What an index does not answer is left out while walking.
 */
@ApplicationScoped
public class LeadFinder {
    /** Entries that one page looks at, at most. */
    static final int MOST_SCANNED = 10_000;

    private static final int STRIDE = 1_000;

    /** What the walk sees of a lead. */
    record Seen(long id, long listId, String disposition, String place) {}

    @Inject
    private Database database;

    @Inject
    private LeadRows leads;

    @Inject
    private ListRows lists;

    protected LeadFinder() {}

    public LeadFinder(Database database) {
        this.database = database;
        this.leads = new LeadRows(database);
        this.lists = new ListRows(database);
    }

    /** @param limit leads of a page, 1 to 500 */
    public LeadPage search(LeadSearch asked, Scope scope, int limit) {
        LeadSearch search = asked.byTheBestIndex();
        Predicate<Seen> wanted = wanted(search, scope);
        List<Long> found = new ArrayList<>();
        LeadSearch at = search;
        int scanned = 0;
        boolean more = true;
        while (more && found.size() < limit && scanned < MOST_SCANNED) {
            int stride = Math.max(STRIDE, limit);
            List<Seen> seen = walk(at, stride);
            more = seen.size() == stride;
            scanned += seen.size();
            for (Seen each : seen) {
                if (found.size() == limit) {
                    more = true;
                    break;
                }
                at = at.after(each.place());
                if (wanted.test(each)) {
                    found.add(each.id());
                }
            }
        }
        return new LeadPage(leads.find(found), more ? Optional.of(at.after()) : Optional.empty());
    }

    /** How many the search finds in all, counted up to 10,000 entries of the index. */
    public CappedCount count(LeadSearch asked, Scope scope) {
        LeadSearch search = asked.byTheBestIndex();
        Predicate<Seen> wanted = wanted(search, scope);
        int limit = CappedCount.MOST + 1;
        List<LeadGroup> groups = database.inCurrentTransaction(connection -> Sql.list(
                connection, LeadQueries.count(search), LeadFinder::group, LeadQueries.countValues(search, limit)));
        long scanned = groups.stream().mapToLong(LeadGroup::many).sum();
        long hits = groups.stream()
                .filter(group -> wanted.test(new Seen(0, group.listId(), group.disposition(), "")))
                .mapToLong(LeadGroup::many)
                .sum();
        return new CappedCount((int) Math.min(hits, CappedCount.MOST), scanned >= limit);
    }

    private record LeadGroup(long listId, String disposition, long many) {}

    private static LeadGroup group(ResultSet row) throws SQLException {
        return new LeadGroup(row.getLong("list_id"), row.getString("disposition"), row.getLong("many"));
    }

    private Predicate<Seen> wanted(LeadSearch search, Scope scope) {
        var visible = lists.visibleIds(scope);
        return seen -> visible.map(ids -> ids.contains(seen.listId())).orElse(true)
                && (search.listId() == null || search.listId() == seen.listId())
                && (search.disposition() == null || search.disposition().equals(seen.disposition()));
    }

    private List<Seen> walk(LeadSearch search, int limit) {
        return search.key() == LeadSearch.Key.LIST
                ? walkList(search, limit)
                : database.inCurrentTransaction(connection -> Sql.list(
                        connection,
                        LeadQueries.walk(search),
                        row -> new Seen(
                                row.getLong("id"),
                                row.getLong("list_id"),
                                row.getString("disposition"),
                                row.getString("place") + "," + row.getLong("id")),
                        LeadQueries.walkValues(search, limit)));
    }

    /** Group by group of the same disposition and the same answer to "called since reset": within one, ids are in the index's order. */
    private List<Seen> walkList(LeadSearch search, int limit) {
        List<Seen> seen = new ArrayList<>();
        Optional<LeadSearch.ListPlace> group = first(search);
        while (group.isPresent() && seen.size() < limit) {
            LeadSearch.ListPlace from = group.get();
            seen.addAll(ofGroup(search.listId(), from, limit - seen.size()));
            group = seen.size() == limit
                    ? Optional.empty()
                    : next(search.listId(), from)
                            .filter(to -> search.disposition() == null
                                    || search.disposition().equals(to.disposition()));
        }
        return seen;
    }

    private Optional<LeadSearch.ListPlace> first(LeadSearch search) {
        if (search.after() != null) {
            return Optional.of(search.listPlace());
        }
        return search.disposition() == null
                ? next(search.listId(), LeadSearch.ListPlace.START)
                : Optional.of(new LeadSearch.ListPlace(search.disposition(), 0, 0));
    }

    private Optional<LeadSearch.ListPlace> next(long listId, LeadSearch.ListPlace behind) {
        return database.inCurrentTransaction(connection -> {
            var same = Sql.first(
                    connection,
                    LeadQueries.SAME_DISPOSITION,
                    LeadFinder::place,
                    listId,
                    behind.disposition(),
                    behind.called());
            return same.isPresent()
                    ? same
                    : Sql.first(
                            connection, LeadQueries.NEXT_DISPOSITION, LeadFinder::place, listId, behind.disposition());
        });
    }

    private static LeadSearch.ListPlace place(ResultSet row) throws SQLException {
        return new LeadSearch.ListPlace(row.getString("disposition"), row.getInt("called_since_reset"), 0);
    }

    private List<Seen> ofGroup(long listId, LeadSearch.ListPlace group, int limit) {
        return database.inCurrentTransaction(connection -> Sql.list(
                connection,
                LeadQueries.OF_GROUP,
                row -> new Seen(
                        row.getLong("id"),
                        listId,
                        group.disposition(),
                        group.disposition() + "," + group.called() + "," + row.getLong("id")),
                listId,
                group.disposition(),
                group.called(),
                group.id(),
                limit));
    }
}
