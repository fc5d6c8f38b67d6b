package org.switchroom.lead.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.common.Scope;
import org.switchroom.lead.entity.CappedCount;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadPage;
import org.switchroom.lead.entity.LeadSearch;
import org.switchroom.lead.entity.LeadSearch.Key;

class LeadFinderIT {
    private static final int LEADS = 60_000;

    /** A count looks at 10,001 entries of the index, keeps them, and groups what it kept. */
    private static final long MOST_READS = 4 * LeadFinder.MOST_SCANNED;

    /** As MySQL and MariaDB say it. */
    private static final String READ_FROM_THE_INDEX_ALONE = "(?s).*(Covering index|Using index(?! condition)).*";

    private final LeadRig rig = new LeadRig();

    @AfterEach
    void close() throws SQLException {
        rig.database.run("delete from call_lead");
        rig.close();
    }

    @Test
    void findsByEachKey() {
        LeadList list = rig.list("Florida", "SPRING");
        long dana = rig.lead(list, "+17275551212", "Whitfield", "Dana");
        long ray = rig.lead(list, "+17275551299", "Whit%field", "Ray");
        rig.database.run("update call_lead set vendor_id = 'HP-204417', disposition = 'SALE' where id = ?", ray);

        assertEquals(List.of(dana), ids(LeadSearch.of(Key.PHONE, "17275551212", false)));
        assertEquals(List.of(dana, ray), ids(LeadSearch.of(Key.PHONE, "1727555", true)));
        assertEquals(List.of(ray), ids(LeadSearch.of(Key.LAST_NAME, "whit%", true)));
        assertEquals(List.of(ray, dana), ids(LeadSearch.of(Key.LAST_NAME, "WHIT", true)));
        assertEquals(List.of(dana), ids(LeadSearch.of(Key.LAST_NAME, "Whitfield", false)));
        assertEquals(List.of(ray), ids(LeadSearch.of(Key.VENDOR_ID, "HP-2", true)));
        assertEquals(List.of(ray), ids(LeadSearch.of(Key.ID, Long.toString(ray), false)));
        assertEquals(List.of(), ids(LeadSearch.of(Key.ID, "x", false)));
        assertEquals(List.of(ray), ids(LeadSearch.of(Key.STATUS, "SALE", false)));
        assertEquals(List.of(ray), ids(LeadSearch.of(Key.STATUS, "SALE", false).inList(list.id())));
        assertEquals(List.of(dana, ray), ids(LeadSearch.ofList(list.id())));
        assertEquals(List.of(dana), ids(LeadSearch.ofList(list.id()).withDisposition("NEW")));
    }

    @Test
    void leavesOutWhatAPersonDoesNotSee() {
        LeadList mine = rig.list("mine", "SPRING");
        LeadList others = rig.list("others", "AUTUMN");
        LeadList nobodys = rig.list("nobody's", null);
        long seen = rig.lead(mine, "+17275551212", "Whitfield", "Dana");
        rig.lead(others, "+17275551212", "Whitfield", "Dana");
        rig.lead(nobodys, "+17275551212", "Whitfield", "Dana");
        LeadSearch search = LeadSearch.of(Key.PHONE, "1727", true);
        Scope scope = Scope.of(Set.of("SPRING"));

        assertEquals(
                List.of(seen),
                rig.finder.search(search, scope, 50).leads().stream()
                        .map(Lead::id)
                        .toList());
        assertEquals(new CappedCount(1, false), rig.finder.count(search, scope));
        assertEquals(
                List.of(mine.id()),
                rig.lists.visible(scope).stream().map(LeadList::id).toList());
        assertEquals(
                0, rig.finder.search(search, Scope.of(Set.of()), 50).leads().size());
    }

    @Test
    void pagesThroughEverythingOnce() {
        LeadList list = rig.list("long", "SPRING");
        fill(list, 2_500);
        rig.database.run("update call_lead set disposition = 'SALE', called_since_reset = true where mod(id, 3) = 0");
        for (LeadSearch search : List.of(
                LeadSearch.ofList(list.id()),
                LeadSearch.of(Key.PHONE, "1", true),
                LeadSearch.of(Key.LAST_NAME, "name", true))) {
            List<Long> all = new ArrayList<>();
            LeadPage page = rig.finder.search(search, LeadRig.ALL, 333);
            all.addAll(page.leads().stream().map(Lead::id).toList());
            while (page.next().isPresent()) {
                page = rig.finder.search(search.after(page.next().get()), LeadRig.ALL, 333);
                all.addAll(page.leads().stream().map(Lead::id).toList());
            }

            assertEquals(2_500, all.size(), search.key().name());
            assertEquals(2_500, all.stream().distinct().count(), search.key().name());
        }
    }

    /** What a page and its count cost does not grow with the leads: the speed itself is measured by {@code bench/run search}. */
    @Test
    void looksAtAsManyEntriesAmongManyLeadsAsAmongFew() {
        LeadList list = rig.list("huge", "SPRING");
        LeadList small = rig.list("small", "AUTUMN");
        rig.lead(small, "+17275551212", "Name 1", "Dana");
        fill(list, LEADS);
        rig.database.rows("analyze table call_lead");
        List<LeadSearch> searches = List.of(
                LeadSearch.of(Key.PHONE, "12000012345", false),
                LeadSearch.of(Key.PHONE, "12", true),
                LeadSearch.of(Key.LAST_NAME, "Name", true),
                LeadSearch.of(Key.LAST_NAME, "Name 77", false),
                LeadSearch.of(Key.VENDOR_ID, "V", true),
                LeadSearch.of(Key.STATUS, "NEW", false),
                LeadSearch.of(Key.STATUS, "NEW", false).inList(small.id()),
                LeadSearch.of(Key.ID, "5", false),
                LeadSearch.ofList(list.id()));

        for (LeadSearch search : searches) {
            for (Scope scope : List.of(LeadRig.ALL, Scope.of(Set.of("AUTUMN")))) {
                String what = search.key() + " " + search.text() + " " + scope;
                assertLooksAtFew(what + " page", () -> rig.finder.search(search, scope, 50));
                assertLooksAtFew(what + " count", () -> rig.finder.count(search, scope));
            }
        }
        CappedCount count = rig.finder.count(LeadSearch.of(Key.STATUS, "NEW", false), LeadRig.ALL);
        assertEquals(new CappedCount(10_000, true), count);
    }

    @Test
    void walksIndexesWithoutSorting() {
        LeadList list = rig.list("long", "SPRING");
        fill(list, 20_000);
        rig.database.rows("analyze table call_lead");

        for (LeadSearch search : List.of(
                LeadSearch.of(Key.PHONE, "120000", true),
                LeadSearch.of(Key.LAST_NAME, "Name 1", true),
                LeadSearch.of(Key.VENDOR_ID, "V1", true),
                LeadSearch.of(Key.STATUS, "NEW", false))) {
            String plan = String.join(
                    "\n",
                    rig.database.rows("explain " + LeadQueries.walk(search), LeadQueries.walkValues(search, 1_000)));

            assertTrue(plan.contains("ix_call_lead_") || plan.contains("PRIMARY"), plan);
            assertFalse(plan.contains("filesort"), plan);
            assertTrue(search.key() == Key.STATUS || plan.matches(READ_FROM_THE_INDEX_ALONE), plan);
        }
    }

    private void assertLooksAtFew(String what, Supplier<?> question) {
        long before = reads();
        question.get();
        long looked = reads() - before;
        assertTrue(looked < MOST_READS, what + " looked at " + looked);
    }

    private long reads() {
        return rig.database.rows("show session status like 'Handler_read%'").stream()
                .mapToLong(row -> Long.parseLong(row.replaceAll(".*[^0-9]([0-9]+)[^0-9]*$", "$1")))
                .sum();
    }

    private List<Long> ids(LeadSearch search) {
        LeadPage page = rig.finder.search(search, LeadRig.ALL, 50);
        assertEquals(new CappedCount(page.leads().size(), false), rig.finder.count(search, LeadRig.ALL));
        assertTrue(page.leads().stream()
                .allMatch(lead -> lead.field(LeadField.PHONE).isPresent()));
        return page.leads().stream().map(Lead::id).toList();
    }

    private void fill(LeadList list, int rows) {
        int part = 10_000;
        for (int done = 0; done < rows; done += part) {
            rig.database.run("""
                    insert into call_lead (list_id, phone, last_name, first_name, vendor_id)
                    select ?, 12000000000 + n, concat('Name ', mod(n, 5000)), 'First', concat('V', n)
                      from (select a.d + b.d * 10 + c.d * 100 + e.d * 1000 + ? as n
                              from (select 0 d union all select 1 union all select 2 union all select 3 union all select 4
                                    union all select 5 union all select 6 union all select 7 union all select 8 union all select 9) a,
                                   (select 0 d union all select 1 union all select 2 union all select 3 union all select 4
                                    union all select 5 union all select 6 union all select 7 union all select 8 union all select 9) b,
                                   (select 0 d union all select 1 union all select 2 union all select 3 union all select 4
                                    union all select 5 union all select 6 union all select 7 union all select 8 union all select 9) c,
                                   (select 0 d union all select 1 union all select 2 union all select 3 union all select 4
                                    union all select 5 union all select 6 union all select 7 union all select 8 union all select 9) e) g
                     where n < ?""", list.id(), done, rows);
        }
    }
}
