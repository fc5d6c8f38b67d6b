package org.switchroom.common.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DatabaseTurnsTest {
    private final DatabaseTurns turns = new DatabaseTurns(3);

    @Test
    void leavesAThirdOfTheConnectionsToTheServerItself() throws Exception {
        CountDownLatch held = new CountDownLatch(2);
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture<?> one = CompletableFuture.runAsync(() -> hold(held, over));
        CompletableFuture<?> two = CompletableFuture.runAsync(() -> hold(held, over));
        held.await();

        DatabaseException refused = assertThrows(DatabaseException.class, () -> turns.take(0, () -> "third"));
        over.countDown();
        CompletableFuture.allOf(one, two).join();

        assertTrue(refused.isPoolExhausted());
        assertTrue(refused.isOutOfReach());
        assertTrue(refused.getMessage().contains("SwitchroomDS"), refused.getMessage());
        assertEquals("third", turns.take(0, () -> "third"));
    }

    @Test
    void refusesAtOnceWhereNoTurnHasMovedForHalfASecond() throws Exception {
        CountDownLatch held = new CountDownLatch(2);
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture<?> one = CompletableFuture.runAsync(() -> hold(held, over));
        CompletableFuture<?> two = CompletableFuture.runAsync(() -> hold(held, over));
        held.await();
        long patience = TimeUnit.SECONDS.toNanos(9);

        long begun = System.nanoTime();
        assertThrows(DatabaseException.class, () -> turns.take(patience, () -> "waits"));
        long waited = System.nanoTime();
        assertThrows(DatabaseException.class, () -> turns.take(patience, () -> "does not wait"));
        long refused = System.nanoTime();
        over.countDown();
        CompletableFuture.allOf(one, two).join();

        assertTrue(waited - begun < patience / 2, "waited " + (waited - begun));
        assertTrue(refused - waited < waited - begun, "waited " + (refused - waited));
    }

    @Test
    void takesOneTurnForWhatIsWithinAnother() throws Exception {
        DatabaseTurns one = new DatabaseTurns(1);

        assertEquals("inner", one.take(0, () -> one.take(0, () -> "inner")));
    }

    @Test
    void givesATurnBackWhateverTheWorkThrows() throws Exception {
        DatabaseTurns one = new DatabaseTurns(1);
        assertThrows(
                IllegalStateException.class,
                () -> one.take(0, () -> {
                    throw new IllegalStateException("broken");
                }));

        assertEquals("next", one.take(0, () -> "next"));
    }

    private void hold(CountDownLatch held, CountDownLatch over) {
        try {
            turns.take(0, () -> {
                held.countDown();
                over.await();
                return null;
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
