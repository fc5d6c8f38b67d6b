package org.switchroom.lead.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.common.Scope;
import org.switchroom.lead.entity.Callback;
import org.switchroom.lead.entity.CallbackState;
import org.switchroom.lead.entity.CappedCount;
import org.switchroom.lead.entity.CustomField;
import org.switchroom.lead.entity.DncNumber;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.LeadConflictException;
import org.switchroom.lead.entity.LeadList;

class ListsAndNumbersIT {
    private static final ZoneId EASTERN = ZoneId.of("America/New_York");

    private final LeadRig rig = new LeadRig();

    @AfterEach
    void close() throws SQLException {
        rig.close();
    }

    @Test
    void keepsAListAsItWasDescribed() {
        CustomField segment = new CustomField("segment", "Segment", CustomField.Kind.CHOICE, List.of("HOME", "HOME+"));

        LeadList list = rig.list(LeadList.named("2026-11 Florida")
                .withCampaign("SPRING")
                .withActive(true)
                .withRegion("DE")
                .withExpiry(LocalDate.of(2026, 12, 31))
                .withFields(List.of(segment)));

        assertTrue(list.active());
        assertEquals("DE", list.region());
        assertEquals(LocalDate.of(2026, 12, 31), list.expiresOn());
        assertEquals(List.of(segment), list.fields());
        assertFalse(list.isExpired(LocalDate.of(2026, 12, 31)));
        assertTrue(list.isExpired(LocalDate.of(2027, 1, 1)));
        assertTrue(rig.lists.update(list.withName("other"), rig.time.now()));
        assertFalse(rig.lists.update(list.withName("third"), rig.time.now()), "the version is old");
        assertEquals(
                "other", rig.lists.find(list.id(), LeadRig.ALL).orElseThrow().name());
    }

    @Test
    void resetsWhatWasCalled() {
        LeadList list = rig.list("a", "SPRING");
        LeadList other = rig.list("b", "SPRING");
        rig.lead(list, "+17275551212", "A", "A");
        rig.lead(list, "+17275551213", "B", "B");
        rig.lead(other, "+17275551214", "C", "C");
        rig.database.run("update call_lead set called_since_reset = true where phone <> '17275551213'");

        assertEquals(1, rig.lists.resetPart(list.id()));
        assertEquals(0, rig.lists.resetPart(list.id()));

        assertEquals(List.of(new ListRows.Count("NEW", false, 2)), rig.lists.counts(list.id()));
        assertEquals(List.of(new ListRows.Count("NEW", true, 1)), rig.lists.counts(other.id()));
        assertEquals(2, rig.lists.sizes().get(list.id()));
    }

    @Test
    void knowsWhomNobodyMayCallAndWhomOneCampaignMayNot() {
        Instant now = rig.time.now();
        assertEquals(2, rig.dnc.add(List.of("17275551212", "17275551213"), DncNumber.SYSTEM, "register", "ines", now));
        assertEquals(1, rig.dnc.add(List.of("17275551213", "17275551214"), DncNumber.SYSTEM, null, "ines", now));
        assertEquals(1, rig.dnc.add(List.of("4930123456"), "SPRING", null, "ines", now));

        List<String> asked = List.of("17275551212", "4930123456", "17275559999");
        assertEquals(Set.of("17275551212", "4930123456"), rig.dnc.listed(asked, "SPRING"));
        assertEquals(Set.of("17275551212"), rig.dnc.listed(asked, "AUTUMN"));
        assertEquals(Set.of("17275551212"), rig.dnc.listed(asked, null));
        assertEquals(new CappedCount(3, false), rig.dnc.count(DncNumber.SYSTEM, "1"));
        assertEquals(
                List.of("17275551213", "17275551214"),
                rig.dnc.list(DncNumber.SYSTEM, "1727", "17275551212", 10).stream()
                        .map(DncNumber::phone)
                        .toList());
        assertTrue(rig.dnc.remove("17275551212", DncNumber.SYSTEM));
        assertFalse(rig.dnc.remove("17275551212", DncNumber.SYSTEM));
    }

    @Test
    void takesACallbackThroughItsLife() {
        LeadList list = rig.list("a", "SPRING");
        long lead = rig.lead(list, "+17275551212", "Whitfield", "Dana");
        Instant at = rig.time.now().plus(Duration.ofHours(2));
        long id = rig.diary.schedule(lead, "SPRING", "jo", at, EASTERN, "after lunch", "ines");

        assertFalse(rig.diary.keep(rig.time.now()));
        rig.clock.advance(Duration.ofHours(2));
        assertTrue(rig.diary.keep(rig.time.now()));
        assertEquals(CallbackState.DUE, callback(id).state());
        assertEquals("Dana Whitfield", callback(id).name());
        rig.diary.move(callback(id), "max", rig.time.now().plus(Duration.ofHours(1)), EASTERN, null);
        assertEquals(CallbackState.SCHEDULED, callback(id).state());
        rig.diary.become(callback(id), CallbackState.DIALING);
        rig.diary.become(callback(id), CallbackState.DONE);
        assertThrows(LeadConflictException.class, () -> rig.diary.become(callback(id), CallbackState.DUE));
        assertThrows(
                InvalidLeadException.class,
                () -> rig.diary.schedule(lead, null, null, rig.time.now().minusSeconds(1), EASTERN, null, "ines"));
    }

    @Test
    void missesWhatNobodyCalledForADay() {
        long lead = rig.lead(rig.list("a", "SPRING"), "+17275551212", "Whitfield", "Dana");
        long id = rig.diary.schedule(lead, null, null, rig.time.now().plusSeconds(60), EASTERN, null, "ines");
        rig.clock.advance(Duration.ofMinutes(2));
        rig.diary.keep(rig.time.now());

        rig.clock.advance(Duration.ofHours(24));
        rig.diary.keep(rig.time.now());

        assertEquals(CallbackState.MISSED, callback(id).state());
        assertEquals(1, rig.callbacks.counts().get(CallbackState.MISSED));
    }

    @Test
    void endsCallbacksOfNumbersThatNobodyMayCall() {
        LeadList list = rig.list("a", "SPRING");
        long here = schedule(rig.lead(list, "+17275551212", "A", "A"), "SPRING");
        long elsewhere = schedule(rig.lead(list, "+17275551213", "B", "B"), "AUTUMN");

        assertEquals(1, rig.callbacks.cancelOf(List.of("17275551212", "17275551213"), "SPRING", rig.time.now()));
        assertEquals(CallbackState.CANCELLED, callback(here).state());
        assertEquals(CallbackState.SCHEDULED, callback(elsewhere).state());
        assertEquals(1, rig.callbacks.cancelOf(List.of("17275551213"), DncNumber.SYSTEM, rig.time.now()));
    }

    @Test
    void showsCallbacksOfOwnCampaignsOnly() {
        LeadList mine = rig.list("a", "SPRING");
        LeadList others = rig.list("b", "AUTUMN");
        schedule(rig.lead(mine, "+17275551212", "A", "A"), "SPRING");
        schedule(rig.lead(mine, "+17275551213", "B", "B"), null);
        schedule(rig.lead(others, "+17275551214", "C", "C"), "AUTUMN");
        schedule(rig.lead(others, "+17275551215", "D", "D"), null);

        List<String> names =
                rig.diary.list(CallbackState.SCHEDULED, Instant.EPOCH, 0, 50, Scope.of(Set.of("SPRING"))).stream()
                        .map(Callback::name)
                        .toList();

        assertEquals(List.of("A A", "B B"), names);
        assertEquals(
                4,
                rig.diary
                        .list(CallbackState.SCHEDULED, Instant.EPOCH, 0, 50, LeadRig.ALL)
                        .size());
    }

    private long schedule(long lead, String campaign) {
        return rig.diary.schedule(lead, campaign, null, rig.time.now().plusSeconds(60), EASTERN, null, "ines");
    }

    private Callback callback(long id) {
        return rig.callbacks.find(id).orElseThrow();
    }
}
