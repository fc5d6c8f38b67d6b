package org.switchroom.server.boundary;

import jakarta.ejb.MessageDriven;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import org.jboss.ejb3.annotation.ResourceAdapter;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiEventListener;
import org.switchroom.server.control.AmiBatchHandler;

/** The one way in for all that the servers tell: a batch, one transaction, each feature's handler in its place. */
@MessageDriven(messageListenerInterface = AmiEventListener.class)
@ResourceAdapter("#ami.rar")
public class AmiEventConsumer implements AmiEventListener {
    @Inject
    @Any
    private Instance<AmiBatchHandler> handlers;

    @Override
    public void onBatch(AmiBatch batch) {
        handlers.stream()
                .sorted(Comparator.comparingInt(AmiBatchHandler::position))
                .forEach(handler -> handler.onBatch(batch));
    }
}
