package org.switchroom.endpoint.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.Technology;

class DialPlanSnapshotTest {

    @Test
    void leavesOutRowsThatCannotBeTrustedAndKeepsTheirNeighbours() throws ReflectiveOperationException {
        Endpoint broken = Endpoint.trunk("pbx1", Technology.PJSIP, "broken", "[0-9]+");
        asInsertedBySql(broken, "digitsPattern", "(1+)+");
        AllowedContext ours = new AllowedContext("pbx1", "office", "s");
        asInsertedBySql(ours, "context", "swr-out");

        DialPlanSnapshot plan = DialPlanSnapshot.of(
                List.of(broken, Endpoint.phone("pbx1", Technology.PJSIP, "agent1")),
                List.of(ours, new AllowedContext("*", "switchroom-echo", "s")));

        assertTrue(plan.endpoint("pbx1", Technology.PJSIP, "broken").isEmpty());
        assertTrue(plan.endpoint("pbx1", Technology.PJSIP, "agent1").isPresent());
        assertFalse(plan.allowsContext("pbx1", "swr-out"));
        assertTrue(plan.allowsExtension("pbx7", "switchroom-echo", "s"));
        assertEquals(2, plan.leftOut().size());
    }

    @Test
    void allowsNothingAtFirst() {
        assertFalse(DialPlanSnapshot.EMPTY.allowsContext("pbx1", "switchroom-echo"));
        assertEquals(0, DialPlanSnapshot.EMPTY.endpointCount());
    }

    private static void asInsertedBySql(Object entity, String fieldName, String value)
            throws ReflectiveOperationException {
        Field field = entity.getClass().getDeclaredField(fieldName);
        field.setAccessible(true);
        field.set(entity, value);
    }
}
