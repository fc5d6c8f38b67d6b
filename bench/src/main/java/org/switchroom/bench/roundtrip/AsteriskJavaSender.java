package org.switchroom.bench.roundtrip;

import java.io.IOException;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.PingAction;
import org.switchroom.bench.stream.StreamServer;

/** One asterisk-java connection for all senders. */
final class AsteriskJavaSender implements ActionSender {
    private static final long DEADLINE_MILLIS = 20_000;

    private final DefaultManagerConnection connection;

    AsteriskJavaSender(int port) throws IOException {
        connection =
                new DefaultManagerConnection("127.0.0.1", port, StreamServer.ONLY_ANSWERS, StreamServer.ONLY_ANSWERS);
        try {
            connection.login("off");
        } catch (AuthenticationFailedException | TimeoutException e) {
            throw new IOException("asterisk-java does not log in", e);
        }
    }

    @Override
    public void send(Kind kind) throws IOException {
        ManagerAction action = kind == Kind.PING ? new PingAction() : originate();
        try {
            if (kind == Kind.CALL) {
                connection.sendEventGeneratingAction(originate(), DEADLINE_MILLIS);
            } else {
                connection.sendAction(action, DEADLINE_MILLIS);
            }
        } catch (TimeoutException e) {
            throw new IOException("asterisk-java got no answer", e);
        }
    }

    private static OriginateAction originate() {
        OriginateAction action = new OriginateAction();
        action.setChannel("PJSIP/15550005@carrier");
        action.setContext("switchroom-echo");
        action.setExten("s");
        action.setPriority(1);
        action.setAsync(true);
        return action;
    }

    @Override
    public void close() {
        connection.logoff();
    }
}
