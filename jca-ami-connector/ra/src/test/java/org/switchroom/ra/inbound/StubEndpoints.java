package org.switchroom.ra.inbound;

import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.transaction.xa.XAResource;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiEventListener;
import org.switchroom.ami.AmiSignal;

/** A container with one message-driven bean, which does what the test says and remembers what it took. */
public final class StubEndpoints implements MessageEndpointFactory {
    private final List<AmiBatch> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger created = new AtomicInteger();
    private volatile Consumer<AmiBatch> before = batch -> {};

    /** Done before a batch is taken; what it throws is what the bean throws. */
    public void before(Consumer<AmiBatch> doing) {
        before = doing;
    }

    public List<AmiBatch> taken() {
        return List.copyOf(taken);
    }

    /** All signals of one server, in the order in which they were taken. */
    public List<AmiSignal> signals(String serverName) {
        return taken.stream()
                .filter(batch -> batch.serverName().equals(serverName))
                .flatMap(batch -> batch.signals().stream())
                .toList();
    }

    /** Endpoints that were not given back. */
    public int openCount() {
        return open.get();
    }

    public int createdCount() {
        return created.get();
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource) {
        open.incrementAndGet();
        created.incrementAndGet();
        return new Bean();
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout) {
        return createEndpoint(resource);
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
        return false;
    }

    @Override
    public String getActivationName() {
        return "stub";
    }

    @Override
    public Class<?> getEndpointClass() {
        return Bean.class;
    }

    private final class Bean implements MessageEndpoint, AmiEventListener {
        private boolean inDelivery;

        @Override
        public void beforeDelivery(Method method) {
            inDelivery = true;
        }

        @Override
        public void onBatch(AmiBatch batch) {
            if (!inDelivery) {
                throw new AssertionError("delivery outside of its bounds");
            }
            before.accept(batch);
            taken.add(batch);
        }

        @Override
        public void afterDelivery() {
            inDelivery = false;
        }

        @Override
        public void release() {
            open.decrementAndGet();
        }
    }
}
