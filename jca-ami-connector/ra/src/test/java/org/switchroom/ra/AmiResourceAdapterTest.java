package org.switchroom.ra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.spi.ResourceAdapterInternalException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmiResourceAdapterTest {

    @Test
    void refusesABadPropertyByItsNameAndUnit() {
        AmiResourceAdapter adapter = new AmiResourceAdapter();
        adapter.setConnectTimeoutMillis(0);

        ResourceAdapterInternalException refused =
                assertThrows(ResourceAdapterInternalException.class, () -> adapter.start(new StubBootstrap()));

        assertEquals("connectTimeoutMillis is 0 ms, but may be 10 to 60000", refused.getMessage());
    }

    @Test
    void canBeStartedAgainAfterItsStop() throws ResourceAdapterInternalException {
        AmiResourceAdapter adapter = new AmiResourceAdapter();

        adapter.start(new StubBootstrap());
        adapter.stop();
        adapter.stop();
        adapter.start(new StubBootstrap());
        adapter.stop();

        assertThrows(IllegalStateException.class, adapter::streams);
    }

    @Test
    void pausesGrowAndStayWithinTheirBounds() {
        Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5), Math::random);

        for (int i = 0; i < 50; i++) {
            Duration pause = backoff.next();
            assertTrue(pause.toMillis() >= 50 && pause.toMillis() <= 5000, "pause " + pause);
        }
    }
}
