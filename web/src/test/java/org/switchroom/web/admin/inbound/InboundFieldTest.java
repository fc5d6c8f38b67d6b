package org.switchroom.web.admin.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.inbound.entity.TargetKind;

class InboundFieldTest {

    @Test
    void aTargetIsTypedAsItsKindAndItsKey() {
        InboundField target = field("target", "IN_GROUP:SALES");

        assertEquals(TargetKind.IN_GROUP, target.getTargetKind());
        assertTrue(target.isRefers());
        assertEquals("IN_GROUP:SALES", target.typed());

        target.setTargetKind(TargetKind.AGENT);
        assertEquals("", target.getTargetKey());
        assertTrue(target.isKeyed());
        target.setTargetKey("anna");
        assertEquals("AGENT:anna", target.typed());

        target.setTargetKind(TargetKind.HANG_UP);
        assertFalse(target.isKeyed());
        assertEquals("HANG_UP", target.typed());

        target.setTargetKind(null);
        assertEquals("", target.typed());
    }

    @Test
    void whatSomebodyElseChangedIsTakenWhereNothingWasTyped() {
        InboundField name = field("name", "Main");

        name.merge("Main", "Main line");

        assertEquals("Main line", name.getValue());
        assertTrue(name.isTaken());
        assertNull(name.getTheirs());
    }

    @Test
    void whatIsTypedStaysBesideWhatSomebodyElseSetUntilThatIsTaken() {
        InboundField name = field("name", "Main");
        name.setValue("Front desk");

        name.merge("Main", "Main line");

        assertEquals("Front desk", name.typed());
        assertEquals("Main line", name.getTheirs());

        name.takeTheirs();
        assertEquals("Main line", name.typed());
        assertNull(name.getTheirs());
    }

    @Test
    void twoWhoTypeTheSameDoNotDisagree() {
        InboundField name = field("name", "Main");
        name.setValue(" Front desk ");

        name.merge("Main", "Front desk");

        assertNull(name.getTheirs());
        assertFalse(name.isTaken());
    }

    @Test
    void anEmptyFieldIsAnEmptyValue() {
        InboundField name = field("name", "Main");

        name.setValue(null);

        assertEquals("", name.typed());
    }

    private static InboundField field(String setting, String value) {
        return new InboundField(
                InboundKind.DID, InboundKind.DID.setting(setting).orElseThrow(), value);
    }
}
