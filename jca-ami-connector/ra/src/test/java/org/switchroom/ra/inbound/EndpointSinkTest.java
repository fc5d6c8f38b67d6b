package org.switchroom.ra.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.transaction.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ra.StubEvent;

class EndpointSinkTest {
    private static final AmiBatch BATCH = new AmiBatch("pbx1", 1, List.of(StubEvent.numbered(1)));

    private final StubEndpoints endpoints = new StubEndpoints();
    private final StubTransactions transactions = new StubTransactions();
    private final EndpointSink sink = new EndpointSink(endpoints, transactions);

    @Test
    void usesOneEndpointForManyBatches() {
        endpoints.before(batch -> transactions.end(Status.STATUS_COMMITTED));

        sink.deliver(BATCH);
        sink.deliver(BATCH);
        sink.close();

        assertEquals(1, endpoints.createdCount());
        assertEquals(0, endpoints.openCount());
    }

    @Test
    void aTransactionThatWasRolledBackWithoutAnExceptionIsNoDelivery() {
        endpoints.before(batch -> transactions.end(Status.STATUS_ROLLEDBACK));

        assertThrows(UndeliveredException.class, () -> sink.deliver(BATCH));
    }

    @Test
    void whatTheListenerThrowsIsKeptAsTheCauseAndTheEndpointIsGivenBack() {
        IllegalStateException broken = new IllegalStateException("database is away");
        endpoints.before(batch -> {
            throw broken;
        });

        UndeliveredException failed = assertThrows(UndeliveredException.class, () -> sink.deliver(BATCH));

        assertSame(broken, failed.getCause());
        assertEquals(0, endpoints.openCount());
    }

    @Test
    void deliveryWithoutTransactionIsTakenWhenItReturns() {
        new EndpointSink(endpoints, null).deliver(BATCH);

        assertEquals(List.of(BATCH), endpoints.taken());
    }
}
