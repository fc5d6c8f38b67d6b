package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServerLaneTest {
    private final Deque<Runnable> executor = new ArrayDeque<>();
    private final List<Long> written = new ArrayList<>();

    @Test
    void writesUrgentActionsFirst() {
        ServerLane lane = new ServerLane(executor::add, () -> {}, action -> written.add(action.id()));
        lane.add(List.of(ClaimedActions.ordinary(1), ClaimedActions.ordinary(2), ClaimedActions.urgent(3)));
        lane.add(List.of(ClaimedActions.urgent(4)));

        executor.remove().run();

        assertEquals(List.of(3L, 4L, 1L, 2L), written);
    }

    @Test
    void letsAnUrgentActionOvertakeABurstThatIsBeingWritten() {
        List<ServerLane> self = new ArrayList<>();
        ServerLane lane = new ServerLane(executor::add, () -> {}, action -> {
            written.add(action.id());
            if (action.id() == 1) {
                self.get(0).add(List.of(ClaimedActions.urgent(99)));
            }
        });
        self.add(lane);
        lane.add(IntStream.rangeClosed(1, 50).mapToObj(ClaimedActions::ordinary).toList());

        executor.remove().run();

        assertEquals(List.of(1L, 99L, 2L), written.subList(0, 3));
        assertEquals(51, written.size());
    }

    @Test
    void asksForOneWriterAtATime() {
        ServerLane lane = new ServerLane(executor::add, () -> {}, action -> written.add(action.id()));

        lane.add(List.of(ClaimedActions.ordinary(1)));
        lane.add(List.of(ClaimedActions.ordinary(2)));
        assertEquals(1, executor.size());

        executor.remove().run();
        lane.add(List.of(ClaimedActions.ordinary(3)));
        assertEquals(1, executor.size());
    }

    @Test
    void neverHasTwoWritersHoweverManyAdd() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(4 * 500);
        ServerLane lane = new ServerLane(threads, () -> {}, action -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            inside.decrementAndGet();
            all.countDown();
        });

        for (int i = 0; i < 4; i++) {
            threads.execute(
                    () -> IntStream.range(0, 500).forEach(id -> lane.add(List.of(ClaimedActions.ordinary(id)))));
        }

        boolean wroteAll = all.await(30, TimeUnit.SECONDS);
        threads.shutdownNow();
        assertEquals(1, most.get());
        assertEquals(true, wroteAll);
    }

    @Test
    void hasRoomForWhatIsWrittenAway() {
        ServerLane lane = new ServerLane(executor::add, () -> {}, action -> written.add(action.id()));

        lane.add(IntStream.range(0, ServerLane.CAPACITY + 5)
                .mapToObj(ClaimedActions::ordinary)
                .toList());
        assertEquals(0, lane.room());

        executor.remove().run();
        assertEquals(ServerLane.CAPACITY, lane.room());
    }

    @Test
    void startsAgainAfterNobodyCouldWrite() {
        AtomicInteger tries = new AtomicInteger();
        ServerLane lane = new ServerLane(
                task -> {
                    if (tries.getAndIncrement() == 0) {
                        throw new RejectedExecutionException("full");
                    }
                    executor.add(task);
                },
                () -> {},
                action -> written.add(action.id()));
        List<ClaimedAction> first = List.of(ClaimedActions.ordinary(1));
        assertThrows(RejectedExecutionException.class, () -> lane.add(first));

        lane.add(List.of(ClaimedActions.ordinary(2)));
        executor.remove().run();

        assertEquals(List.of(1L, 2L), written);
    }

    @Test
    void startsAgainAfterAWriterThatThrew() {
        ServerLane lane = new ServerLane(executor::add, () -> {}, action -> {
            if (action.id() == 1) {
                throw new IllegalStateException("bug");
            }
            written.add(action.id());
        });
        lane.add(List.of(ClaimedActions.ordinary(1), ClaimedActions.ordinary(2)));
        Runnable writing = executor.remove();
        assertThrows(IllegalStateException.class, writing::run);

        lane.add(List.of(ClaimedActions.ordinary(3)));
        executor.remove().run();

        assertEquals(List.of(2L, 3L), written);
    }
}
