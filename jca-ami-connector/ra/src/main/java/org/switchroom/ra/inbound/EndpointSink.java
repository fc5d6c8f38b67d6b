package org.switchroom.ra.inbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiEventListener;
import org.switchroom.ra.AdapterLogger;

/**
 * Delivers to the message-driven bean. The container begins the bean's transaction before the delivery and ends it after; a batch
 * counts as delivered only if that transaction was committed, because a bean may also roll back without throwing.
 */
final class EndpointSink implements BatchSink {
    private static final Method ON_BATCH = onBatch();

    private final MessageEndpointFactory endpoints;
    private final TransactionSynchronizationRegistry transactions;
    private MessageEndpoint endpoint;

    EndpointSink(MessageEndpointFactory endpoints, TransactionSynchronizationRegistry transactions) {
        this.endpoints = endpoints;
        this.transactions = transactions;
    }

    @Override
    public void deliver(AmiBatch batch) {
        TransactionOutcome outcome = new TransactionOutcome(transactions);
        try {
            deliver(batch, outcome);
        } catch (UndeliveredException e) {
            close();
            throw e;
        }
        if (!outcome.isTaken()) {
            close();
            throw new UndeliveredException("the transaction was rolled back", null);
        }
    }

    private void deliver(AmiBatch batch, TransactionOutcome outcome) {
        Throwable failure = null;
        MessageEndpoint current = begin();
        try {
            outcome.watch();
            ((AmiEventListener) current).onBatch(batch);
        } catch (Throwable e) {
            failure = e;
        }
        try {
            current.afterDelivery();
        } catch (ResourceException | RuntimeException e) {
            failure = failure == null ? e : failure;
        }
        if (failure != null) {
            throw new UndeliveredException("the listener failed", failure);
        }
    }

    private MessageEndpoint begin() {
        try {
            if (endpoint == null) {
                endpoint = endpoints.createEndpoint(null);
            }
            endpoint.beforeDelivery(ON_BATCH);
            return endpoint;
        } catch (ResourceException | NoSuchMethodException | RuntimeException e) {
            throw new UndeliveredException("the listener can't be reached", e);
        }
    }

    /** Gives the endpoint back; the next delivery gets a new one. */
    @Override
    public void close() {
        MessageEndpoint last = endpoint;
        endpoint = null;
        if (last == null) {
            return;
        }
        try {
            last.release();
        } catch (RuntimeException e) {
            AdapterLogger.LOG.debug("endpoint was already released", e);
        }
    }

    private static Method onBatch() {
        try {
            return AmiEventListener.class.getMethod("onBatch", AmiBatch.class);
        } catch (NoSuchMethodException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
