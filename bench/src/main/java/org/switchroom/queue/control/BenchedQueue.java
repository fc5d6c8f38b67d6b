package org.switchroom.queue.control;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.AmiSignal;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.endpoint.boundary.DialPlan;
import org.switchroom.endpoint.control.DialPlanSnapshot;
import org.switchroom.guard.control.Guard;
import org.switchroom.server.control.NodeName;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;
import org.switchroom.server.entity.ServerState;

/** The queue's own classes, put together without a container, for measuring. In their package, because they are nobody else's. */
public final class BenchedQueue {
    public static final String SERVER = "pbx1";

    private final DatabaseTime time;
    private final List<LaneKey> all;
    private final WaitingRows waiting;
    private final ActionIntake intake;
    private final ActionClaim claim;
    private final OutcomeStore outcomes;
    private final CallTracker tracker;
    private long sequence;

    public BenchedQueue(Database database, Instant databaseTime) {
        NodeName node = new NodeName();
        time = new DatabaseTime(System::nanoTime, databaseTime);
        QueueStore store = new QueueStore(database, node, new Nobody<>());
        OneServer servers = new OneServer();
        NoPlan plan = new NoPlan();
        ServerLanes lanes = new ServerLanes(servers, plan);
        all = lanes.all();
        ActionRules rules = new ActionRules(plan, servers, (server, channel) -> Optional.empty(), new Guard());
        waiting = new WaitingRows(database);
        ArrivalCheck check = new ArrivalCheck(rules, time, lanes);
        ArrivalJudge judge = new ArrivalJudge(check);
        intake = new ActionIntake(store, check, judge, node);
        claim = new ActionClaim(store, judge, node, time);
        outcomes = new OutcomeStore(store, node);
        tracker = new CallTracker(store, node, time);
    }

    /** Takes in one group of what arrived; whether there may be more. */
    public boolean takeIn() {
        return intake.takeIn();
    }

    /**
     * What a pass of the sender does for one server without Originates: looks, takes in what has to be, claims, judges what has waited.
     * The actions come as written now.
     */
    public List<Told> pass(int limit) {
        WaitingRows.Seen seen = waiting.look(all);
        if (seen.arrived()) {
            intake.takeIn(new AtOnce() {});
            seen = waiting.look(all);
        }
        List<Told> written = new ArrayList<>();
        if (seen.lanes().contains(LaneKey.of(SERVER, false))) {
            for (ClaimedAction action : claim.claim(SERVER, 1, false, limit)) {
                Instant now = time.now();
                written.add(new Told(new Outcome.Written(action, now, now.plusSeconds(5))));
            }
        }
        if (seen.unjudged()) {
            intake.judgeWaiting(System.nanoTime());
        }
        return written;
    }

    /** An outcome on its way to the recorder. */
    public record Told(Object outcome) {
        /** The server's answer to what was written. */
        public Told answer(AmiResponse response, Instant at) {
            return new Told(new Outcome.Answered(((Outcome) outcome).action(), at, response));
        }

        /** What the server would say in its answer. */
        public String actionId() {
            return ((Outcome) outcome).action().tag().text();
        }

        boolean isAnswer() {
            return outcome instanceof Outcome.Answered;
        }
    }

    /** Stores a group as the recorder does; how many rows it made final. */
    public long store(List<Told> told) {
        outcomes.store(told.stream().map(each -> (Outcome) each.outcome()).toList());
        return told.stream().filter(Told::isAnswer).count();
    }

    /** A batch of events of one server. */
    public void happened(List<AmiSignal> events) {
        tracker.onBatch(new AmiBatch(SERVER, ++sequence, events));
    }

    public Instant now() {
        return time.now();
    }

    private static final class OneServer extends ServerDirectory {
        private static final ServerFacts FACTS = new ServerFacts(
                SERVER, true, ServerState.UP, 1000, 10_000, login("command"), login("command"), 1, login("events"));

        private static AmiServer login(String user) {
            return new AmiServer(
                    SERVER, "127.0.0.1", 5038, AmiServer.Transport.PLAIN, user, new AmiServer.Secret("none"));
        }

        @Override
        public Optional<ServerFacts> find(String name) {
            return Optional.of(FACTS);
        }

        @Override
        public Collection<ServerFacts> all() {
            return List.of(FACTS);
        }
    }

    private static final class NoPlan extends DialPlan {
        private static final DialPlanSnapshot PLAN = DialPlanSnapshot.of(List.of(), List.of());

        @Override
        public void refresh() {}

        @Override
        public DialPlanSnapshot current() {
            return PLAN;
        }
    }

    /** Nobody listens. */
    public static final class Nobody<T> implements Event<T> {
        @Override
        public void fire(T event) {
            // nobody listens
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event) {
            return CompletableFuture.completedFuture(event);
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            return CompletableFuture.completedFuture(event);
        }

        @Override
        public Event<T> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            return new Nobody<>();
        }

        @Override
        public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            return new Nobody<>();
        }
    }
}
