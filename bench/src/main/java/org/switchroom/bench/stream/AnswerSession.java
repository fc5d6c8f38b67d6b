package org.switchroom.bench.stream;

import org.switchroom.ami.AmiServer;
import org.switchroom.ami.session.AmiSession;
import org.switchroom.ami.session.AmiSessionSettings;
import org.switchroom.ami.session.SessionListener;

/** A Switchroom session to a {@link StreamServer} that only answers. */
public final class AnswerSession {
    private AnswerSession() {}

    /** Connects and logs in as the product does for its commands; the listener hears what is no answer. */
    public static AmiSession open(int port, SessionListener listener) {
        AmiServer.Secret secret = new AmiServer.Secret(StreamServer.ONLY_ANSWERS);
        return AmiSession.open(
                new AmiServer("bench", "127.0.0.1", port, AmiServer.Transport.PLAIN, StreamServer.ONLY_ANSWERS, secret),
                AmiSessionSettings.forCommands(),
                listener);
    }
}
