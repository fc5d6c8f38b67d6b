package org.switchroom.ami.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiMalformedException;

/** Actions to bytes. What could break a frame was refused by {@link AmiAction}; the ActionID is checked by the same rules here. */
public final class AmiEncoder {
    private static final String LINE_END = "\r\n";

    private AmiEncoder() {}

    /**
     * The action as it goes on the wire, its ActionID right behind its name.
     *
     * @throws AmiMalformedException if the ActionID may not go on the wire, is set by the action itself, or is one header too many
     */
    public static byte[] encode(AmiAction action, String actionId) {
        AmiAction.of(action.name()).with("ActionID", actionId);
        if (action.headers().size() >= AmiAction.MAX_HEADERS) {
            throw new AmiMalformedException(
                    "ActionID", "more than " + AmiAction.MAX_HEADERS + " headers together with the ActionID");
        }
        StringBuilder text = new StringBuilder(256);
        line(text, "Action", action.name());
        line(text, "ActionID", actionId);
        for (AmiAction.Header header : action.headers()) {
            refuseReserved(header.name());
            line(text, header.name(), header.value());
        }
        return text.append(LINE_END).toString().getBytes(UTF_8);
    }

    private static void refuseReserved(String headerName) {
        if (headerName.equalsIgnoreCase("ActionID") || headerName.equalsIgnoreCase("Action")) {
            throw new AmiMalformedException(headerName, "is set by the connection");
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append(LINE_END);
    }
}
