package org.switchroom.ami;

/**
 * Takes what the servers tell. Batches of one server come in order and one at a time; batches of different servers come
 * side by side. A batch whose delivery throws is delivered again, so a listener must be idempotent.
 */
public interface AmiEventListener {

    void onBatch(AmiBatch batch);
}
