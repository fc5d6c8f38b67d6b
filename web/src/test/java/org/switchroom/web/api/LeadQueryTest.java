package org.switchroom.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.lead.entity.LeadSearch;
import org.switchroom.lead.entity.LeadSearch.Key;
import org.switchroom.web.api.body.BodyRefusedException;

class LeadQueryTest {

    @Test
    void takesOneKeyAndWhatElseMustHold() {
        assertEquals(
                LeadSearch.of(Key.PHONE, "17275551212", false).inList(3L),
                search("phone=+1 (727) 555-1212", "list_id=3"));
        assertEquals(LeadSearch.of(Key.PHONE, "1727", true), search("phone=+1727*"));
        assertEquals(
                LeadSearch.of(Key.LAST_NAME, "Whit", true).withDisposition("NEW"),
                search("last_name=Whit*", "status=NEW"));
        assertEquals(LeadSearch.of(Key.STATUS, "NEW*", false), search("status=NEW*"));
        assertEquals(LeadSearch.ofList(3).after("NEW,0,17"), search("list_id=3", "after=NEW,0,17"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=3", "phone=1&last_name=a", "phone=x", "list_id=a", "other=1"})
    void refusesWhatIsNoSearch(String query) {
        assertThrows(BodyRefusedException.class, () -> search(query.split("&")));
    }

    private static LeadSearch search(String... parameters) {
        MultivaluedMap<String, String> given = new MultivaluedHashMap<>();
        for (String parameter : parameters) {
            given.add(parameter.substring(0, parameter.indexOf('=')), parameter.substring(parameter.indexOf('=') + 1));
        }
        return LeadQuery.search(new QueryParameters(given, LeadQuery.PARAMETERS));
    }
}
