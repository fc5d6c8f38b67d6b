package org.switchroom.system.fault;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.switchroom.ami.fake.FaultProxy;

/** Takes the stream from a server to Switchroom apart into its frames, and passes on what it is told to in the place of each. */
final class Frames implements FaultProxy.Filter {
    private static final String END = "\r\n\r\n";

    private final FaultProxy.Filter inner;
    private final Function<String, List<String>> change;
    private final Map<Long, StringBuilder> open = new ConcurrentHashMap<>();

    /** @param change the frames that pass in the place of one, each with its end; called by one thread per connection */
    Frames(FaultProxy.Filter inner, Function<String, List<String>> change) {
        this.inner = inner;
        this.change = change;
    }

    @Override
    public byte[] through(long connection, FaultProxy.Way way, byte[] piece) {
        byte[] seen = inner.through(connection, way, piece);
        if (way == FaultProxy.Way.TO_SERVER) {
            return seen;
        }
        StringBuilder text = open.computeIfAbsent(connection, key -> new StringBuilder());
        text.append(new String(seen, StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (isGreeting(text)) {
            pass(out, cut(text, text.indexOf("\n") + 1));
        }
        for (int end = text.indexOf(END); end >= 0; end = text.indexOf(END)) {
            change.apply(cut(text, end + END.length())).forEach(frame -> pass(out, frame));
        }
        return out.toByteArray();
    }

    /** The first line of a connection stands alone. */
    private static boolean isGreeting(StringBuilder text) {
        return text.indexOf("Asterisk Call Manager/") == 0 && text.indexOf("\n") >= 0;
    }

    private static String cut(StringBuilder text, int end) {
        String head = text.substring(0, end);
        text.delete(0, end);
        return head;
    }

    private static void pass(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
