package org.switchroom.channel.control;

import java.util.Map;
import org.switchroom.ami.AmiEvent;

/**
 * What an event says of a channel, found in one walk over its headers: a list of thousands of channels is compared twice a second.
 * Header names as Asterisk spells them.
 */
final class ChannelHeaders {
    static final int CHANNEL = 0;
    static final int LINKEDID = 1;
    static final int STATE = 2;
    static final int CALLER_ID_NUM = 3;
    static final int CALLER_ID_NAME = 4;
    static final int CONNECTED_NUM = 5;
    static final int CONNECTED_NAME = 6;
    static final int CONTEXT = 7;
    static final int EXTEN = 8;
    static final int APPLICATION = 9;
    static final int ACCOUNT_CODE = 10;
    static final int BRIDGE = 11;
    static final int BRIDGE_ENTERED = 12;

    private static final Map<String, Integer> PLACES = Map.ofEntries(
            Map.entry("Channel", CHANNEL),
            Map.entry("Linkedid", LINKEDID),
            Map.entry("ChannelStateDesc", STATE),
            Map.entry("CallerIDNum", CALLER_ID_NUM),
            Map.entry("CallerIDName", CALLER_ID_NAME),
            Map.entry("ConnectedLineNum", CONNECTED_NUM),
            Map.entry("ConnectedLineName", CONNECTED_NAME),
            Map.entry("Context", CONTEXT),
            Map.entry("Exten", EXTEN),
            Map.entry("Application", APPLICATION),
            Map.entry("AccountCode", ACCOUNT_CODE),
            Map.entry("BridgeId", BRIDGE),
            Map.entry("BridgeUniqueid", BRIDGE_ENTERED));

    /** Characters that the columns take. */
    private static final int[] LONGEST = {255, 150, 32, 128, 255, 128, 255, 128, 128, 64, 128, 150, 150};

    private static final String NONE = "<unknown>";

    private final String[] values = new String[LONGEST.length];

    private ChannelHeaders() {}

    /** Of a header that is there twice the first counts. */
    static ChannelHeaders of(AmiEvent event) {
        ChannelHeaders said = new ChannelHeaders();
        for (int i = 0; i < event.size(); i++) {
            Integer place = PLACES.get(event.name(i));
            if (place != null && said.values[place] == null) {
                said.values[place] = event.value(i);
            }
        }
        return said;
    }

    /** A header that is not in the event says nothing; {@code <unknown>} and an empty value say that there is none. */
    String or(int place, String present) {
        String value = values[place];
        if (value == null) {
            return present;
        }
        return value.isEmpty() || value.equals(NONE) ? null : cut(value, place);
    }

    /** Where there always is one: no value says nothing either. */
    String orKept(int place, String present) {
        String value = or(place, present);
        return value == null ? present : value;
    }

    /** As much as the column takes, in whole characters. */
    static String cut(String text, int place) {
        int most = LONGEST[place];
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
