package org.switchroom.inbound.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchroom.inbound.entity.InboundItem;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.inbound.entity.ItemKey;
import org.switchroom.inbound.entity.Violation;

class HouseTest {

    @Test
    void refusesALeadToWhatIsNotThere() {
        House empty = new House(List.of());

        assertEquals(
                List.of("target names the in-group SALES, which is not there"),
                sentences(empty, did("IN_GROUP:SALES")));
    }

    @Test
    void aMenuMaySpeakAgainAndLeadToItself() {
        House empty = new House(List.of());

        assertEquals(List.of(), sentences(empty, menu("main", "CALL_MENU:main")));
        assertEquals(List.of(), sentences(empty, menu("main", "REPEAT")));
    }

    @Test
    void noMenuLeadsToAGroupThatOverflowsToANumber() {
        House house = new House(List.of(group("NIGHT", "NUMBER:+15551230")));

        assertEquals(
                List.of("key_1 would let callers of a menu reach the outside number of in-group NIGHT;"
                        + " no menu may lead out of the house"),
                sentences(house, menu("main", "IN_GROUP:NIGHT")));
    }

    @Test
    void aGroupThatAMenuReachesThroughOthersGetsNoNumberLater() {
        House house = new House(List.of(
                menu("main", "CALL_MENU:sub"),
                menu("sub", "IN_GROUP:SALES"),
                group("SALES", "IN_GROUP:NIGHT"),
                group("NIGHT", "HANG_UP")));

        assertEquals(1, sentences(house, group("NIGHT", "NUMBER:+15551230")).size());
        assertEquals(List.of(), sentences(house, group("NIGHT", "CALLBACK")));
    }

    @Test
    void aGroupThatOnlyNumbersLeadToMayOverflowToANumber() {
        House house = new House(List.of(did("IN_GROUP:NIGHT"), group("NIGHT", "HANG_UP")));

        assertEquals(List.of(), sentences(house, group("NIGHT", "NUMBER:+15551230")));
    }

    @Test
    void goesRoundGroupsThatLeadToEachOther() {
        House house =
                new House(List.of(group("A1", "IN_GROUP:B1"), group("B1", "IN_GROUP:A1"), menu("main", "IN_GROUP:A1")));

        assertEquals(List.of(), sentences(house, group("A1", "IN_GROUP:B1")));
    }

    @Test
    void namesWhoLeadsToAnItem() {
        House house = new House(List.of(did("IN_GROUP:SALES"), menu("main", "IN_GROUP:SALES"), group("SALES", "WAIT")));

        assertEquals(
                List.of("DID 15551230", "call menu main"),
                house.usersOf(new ItemKey(InboundKind.IN_GROUP, "SALES")).stream()
                        .map(ItemKey::words)
                        .toList());
    }

    private static List<String> sentences(House house, InboundItem wanted) {
        return house.violations(wanted).stream().map(Violation::sentence).toList();
    }

    private static InboundItem did(String target) {
        return InboundItem.of(InboundKind.DID, "15551230", Map.of("name", "Main", "target", target));
    }

    private static InboundItem menu(String id, String first) {
        return InboundItem.of(InboundKind.CALL_MENU, id, Map.of("name", id, "prompt", "hello", "key_1", first));
    }

    private static InboundItem group(String id, String overflow) {
        Map<String, String> values = overflow.equals("WAIT")
                ? Map.of("name", id)
                : Map.of("name", id, "overflow_after_s", "60", "overflow_target", overflow);
        return InboundItem.of(InboundKind.IN_GROUP, id, values);
    }
}
