package org.switchroom.server.boundary;

import jakarta.ejb.MessageDriven;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import org.jboss.ejb3.annotation.ResourceAdapter;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiEventListener;
import org.switchroom.server.control.AmiBatchHandler;
import org.switchroom.server.control.BatchTaken;
import org.switchroom.server.control.ServerLog;
import org.switchroom.server.control.ServerOwnership;

/**
 * The one way in for all that the servers tell: a batch, one transaction, each feature's handler in its place. What is still on its
 * way when another node takes the server over is left out: that node hears it too, and writes newer things.
 */
@MessageDriven(messageListenerInterface = AmiEventListener.class)
@ResourceAdapter("#ami.rar")
public class AmiEventConsumer implements AmiEventListener {
    @Inject
    private ServerOwnership ownership;

    @Inject
    @Any
    private Instance<AmiBatchHandler> handlers;

    @Inject
    private Event<BatchTaken> taken;

    @Override
    public void onBatch(AmiBatch batch) {
        if (ownership.holds(batch.serverName())) {
            handlers.stream()
                    .sorted(Comparator.comparingInt(AmiBatchHandler::position))
                    .forEach(handler -> handler.onBatch(batch));
        } else {
            ServerLog.LOG.signalsOfOthers(batch.signals().size(), batch.serverName());
        }
        taken.fire(new BatchTaken(batch.serverName(), (int)
                batch.signals().stream().filter(AmiEvent.class::isInstance).count()));
    }
}
