package org.switchroom.bench.burst;

import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import javax.transaction.xa.XAResource;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiEventListener;
import org.switchroom.ami.AmiSignal;

/** A bean without a container, in front of a listener. What is lost is told by a gap, and ends the measurement. */
final class ListeningBean implements MessageEndpointFactory {
    private final Listener listener;

    ListeningBean(Listener listener) {
        this.listener = listener;
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource) {
        return new Endpoint();
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout) {
        return new Endpoint();
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
        return false;
    }

    @Override
    public String getActivationName() {
        return "bench";
    }

    @Override
    public Class<?> getEndpointClass() {
        return Endpoint.class;
    }

    private final class Endpoint implements MessageEndpoint, AmiEventListener {

        @Override
        public void onBatch(AmiBatch batch) {
            listener.work(batch.signals().size());
            for (AmiSignal signal : batch.signals()) {
                if (signal instanceof AmiEvent event) {
                    listener.take(
                            event.event(), event.text("Uniqueid"), event.text("Channel"), event.text("ChannelState"));
                }
            }
        }

        @Override
        public void beforeDelivery(Method method) {}

        @Override
        public void afterDelivery() {}

        @Override
        public void release() {}
    }
}
