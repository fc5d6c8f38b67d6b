package org.switchroom.ra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class ServerMetersTest {
    private final MBeanServer mbeans = MBeanServerFactory.newMBeanServer();
    private final ServerMeters meters = new ServerMeters(mbeans);

    @Test
    void showsAServerUnderItsNameFromFirstUseUntilItLeaves() throws JMException {
        ObjectName name = new ObjectName("org.switchroom:type=Server,name=pbx1");

        ServerMeter meter = meters.of("pbx1");
        meter.eventDropped();

        assertSame(meter, meters.of("pbx1"));
        assertEquals("DOWN", mbeans.getAttribute(name, "State"));
        assertEquals(1L, mbeans.getAttribute(name, "DroppedEventsCount"));
        meters.retire("pbx1");
        assertFalse(mbeans.isRegistered(name));
    }

    @Test
    void quotesANameThatJmxCouldNotTake() throws JMException {
        meters.of("pbx=1,\"*\"");

        assertTrue(mbeans.isRegistered(
                new ObjectName("org.switchroom:type=Server,name=" + ObjectName.quote("pbx=1,\"*\""))));
        meters.retireAll();
        assertEquals(
                0, mbeans.queryNames(new ObjectName("org.switchroom:*"), null).size());
    }

    @Test
    void tellsNoNegativeLagWhenTheClockWasSetBack() {
        ServerMeter meter = meters.of("pbx1");

        meter.delivered(2, Duration.ofHours(-1), Duration.ofHours(-1));

        assertEquals(0, meter.getLagMillis());
        assertEquals(0, meter.getMaxLagMillis());
    }

    @Test
    void leavesABeanAloneThatIsNotOurs() throws JMException {
        ObjectName taken = new ObjectName("org.switchroom:type=Server,name=pbx1");
        mbeans.registerMBean(new ServerMeter("somebody else's"), taken);

        ServerMeter meter = meters.of("pbx1");
        meters.retire("pbx1");

        assertEquals("pbx1", meter.getServerName());
        assertTrue(mbeans.isRegistered(taken));
    }
}
