package org.switchroom.ami.wire;

import java.util.List;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiResponse;

/** A response as it came, and the events of its list once they are all there. */
public final class WireResponse extends WireMessage implements AmiResponse {
    private static final String END_OF_OUTPUT = "--END COMMAND--";
    private static final String[] BEFORE_OUTPUT = {"Response", "Privilege", "ActionID", "Message"};

    private final boolean follows;
    private final List<AmiEvent> listEvents;

    private WireResponse(byte[] bytes, int[] starts, int headerCount, boolean follows) {
        super(bytes, starts, headerCount);
        this.follows = follows;
        this.listEvents = List.of();
    }

    private WireResponse(WireResponse same, List<AmiEvent> listEvents) {
        super(same);
        this.follows = same.follows;
        this.listEvents = List.copyOf(listEvents);
    }

    /** @param follows whether it is of the old form: few headers, then bare output up to an end mark */
    static WireResponse of(byte[] bytes, int[] starts, boolean follows) {
        return new WireResponse(bytes, starts, follows ? headersBeforeOutput(bytes, starts) : starts.length, follows);
    }

    private static int headersBeforeOutput(byte[] bytes, int[] starts) {
        int count = 0;
        while (count < starts.length && isHeaderBeforeOutput(bytes, starts, count)) {
            count++;
        }
        return count;
    }

    private static boolean isHeaderBeforeOutput(byte[] bytes, int[] starts, int line) {
        for (String name : BEFORE_OUTPUT) {
            if (find(bytes, starts, line + 1, name, line) == line) {
                return true;
            }
        }
        return false;
    }

    /** This response together with the events of its list. */
    public WireResponse withListEvents(List<AmiEvent> events) {
        return new WireResponse(this, events);
    }

    @Override
    public List<String> output() {
        if (!follows) {
            return all("Output");
        }
        List<String> lines = linesBehindHeaders();
        int last = lines.size() - 1;
        if (last >= 0 && lines.get(last).endsWith(END_OF_OUTPUT)) {
            String rest = lines.remove(last);
            if (rest.length() > END_OF_OUTPUT.length()) {
                lines.add(rest.substring(0, rest.length() - END_OF_OUTPUT.length()));
            }
        }
        return List.copyOf(lines);
    }

    @Override
    public List<AmiEvent> listEvents() {
        return listEvents;
    }
}
