package org.switchroom.ami.wire;

import org.switchroom.ami.AmiEvent;

/** Takes what {@link AmiDecoder} finds, in order and on the thread that feeds it. What it throws goes to the feeder. */
public interface AmiFrameSink {

    /** The first line of the connection, whatever it says, without its line end. */
    void banner(String line);

    void event(AmiEvent event);

    void response(WireResponse response);

    /** A message was dropped, because it broke a limit or is neither event nor response. */
    void unreadable();
}
