package org.switchroom.ra.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.ResourceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiConnection;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ra.AmiResourceAdapter;
import org.switchroom.ra.Servers;
import org.switchroom.ra.StubBootstrap;

/** F17: answers come twice, to nothing that was asked, or after their deadline. */
class F17StrayResponsesTest {
    private static final int ACTIONS = 2000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AmiResourceAdapter adapter = new AmiResourceAdapter();
    private final AmiManagedConnectionFactory factory = new AmiManagedConnectionFactory();
    private final FakeAsterisk pbx1 = Servers.fake();
    private AmiConnection handle;

    @BeforeEach
    void start() throws ResourceException {
        adapter.start(new StubBootstrap());
        factory.setResourceAdapter(adapter);
        AmiServer server = Servers.commands("pbx1", pbx1);
        AmiConnectionRequestInfo key = new AmiConnectionRequestInfo(server);
        handle = (AmiConnection) factory.createManagedConnection(null, key).getConnection(null, key);
    }

    @AfterEach
    void stop() {
        adapter.stop();
        pbx1.close();
    }

    @Test
    void eachActionGetsItsOwnAnswerAndOnlyThat() throws Exception {
        pbx1.faults().strayResponses(true).repeatResponses(true);
        List<CompletableFuture<AmiResponse>> answers = new ArrayList<>();
        for (int i = 0; i < ACTIONS; i++) {
            AmiAction action = i % 2 == 0 ? AmiAction.of("Ping") : AmiAction.of("ListCommands");
            answers.add(handle.send(action, "mine-" + i, PATIENCE));
        }

        for (int i = 0; i < ACTIONS; i++) {
            AmiResponse answer = answers.get(i).get();
            assertEquals("mine-" + i, answer.actionId().orElseThrow());
            assertEquals(i % 2 == 0, answer.first("Timestamp").isPresent());
        }
        assertEquals(0, adapter.streams().statistics("pbx1").orElseThrow().getActionsInFlightCount());
    }

    @Test
    void anAnswerAfterItsDeadlineCompletesNothing() throws Exception {
        pbx1.faults().responseDelay(Duration.ofMillis(400));
        CompletableFuture<AmiResponse> late = handle.send(AmiAction.of("Ping"), "late", Duration.ofMillis(100));
        assertThrows(ExecutionException.class, late::get);

        CompletableFuture<AmiResponse> next = handle.send(AmiAction.of("Ping"), "next", PATIENCE);

        assertEquals("next", next.get().actionId().orElseThrow());
        assertTrue(late.isCompletedExceptionally());
    }
}
