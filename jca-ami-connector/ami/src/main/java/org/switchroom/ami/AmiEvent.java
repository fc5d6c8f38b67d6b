package org.switchroom.ami;

/**
 * One event as a server sent it. A message that has a header {@code Event} is an event even if it also has {@code Response}
 * (Asterisk: OriginateResponse).
 */
public non-sealed interface AmiEvent extends AmiMessage, AmiSignal {

    /** Value of the header {@code Event}, for example {@code Newchannel}. */
    String event();
}
