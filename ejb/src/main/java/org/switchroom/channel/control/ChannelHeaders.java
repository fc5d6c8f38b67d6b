package org.switchroom.channel.control;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchroom.ami.AmiEvent;

/** What an event says of a channel, found in one walk over its headers: a list of thousands of channels is compared twice a second. */
final class ChannelHeaders {
    private static final String NONE = "<unknown>";

    /** Spelled as Asterisk does. */
    enum Header {
        CHANNEL("Channel", 255),
        LINKEDID("Linkedid", 150),
        STATE("ChannelStateDesc", 32),
        CALLER_ID_NUM("CallerIDNum", 128),
        CALLER_ID_NAME("CallerIDName", 255),
        CONNECTED_NUM("ConnectedLineNum", 128),
        CONNECTED_NAME("ConnectedLineName", 255),
        CONTEXT("Context", 128),
        EXTEN("Exten", 128),
        APPLICATION("Application", 64),
        ACCOUNT_CODE("AccountCode", 128),
        BRIDGE("BridgeId", 150),
        BRIDGE_ENTERED("BridgeUniqueid", 150);

        private static final Map<String, Header> BY_NAME =
                Arrays.stream(values()).collect(Collectors.toMap(header -> header.spelling, header -> header));

        private final String spelling;
        private final int longest;

        /** @param longest characters that the column takes */
        Header(String spelling, int longest) {
            this.spelling = spelling;
            this.longest = longest;
        }

        /** As much as the column takes, in whole characters. */
        String cut(String text) {
            if (text.length() <= longest) {
                return text;
            }
            return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
        }
    }

    private final String[] values = new String[Header.values().length];

    private ChannelHeaders() {}

    /** Of a header that is there twice the first counts. */
    static ChannelHeaders of(AmiEvent event) {
        ChannelHeaders said = new ChannelHeaders();
        for (int i = 0; i < event.size(); i++) {
            Header header = Header.BY_NAME.get(event.name(i));
            if (header != null && said.values[header.ordinal()] == null) {
                said.values[header.ordinal()] = event.value(i);
            }
        }
        return said;
    }

    /** A header that is not in the event says nothing; {@code <unknown>} and an empty value say that there is none. */
    String or(Header header, String present) {
        String value = values[header.ordinal()];
        if (value == null) {
            return present;
        }
        return value.isEmpty() || value.equals(NONE) ? null : header.cut(value);
    }

    /** Where there always is one: no value says nothing either. */
    String orKept(Header header, String present) {
        String value = or(header, present);
        return value == null ? present : value;
    }
}
