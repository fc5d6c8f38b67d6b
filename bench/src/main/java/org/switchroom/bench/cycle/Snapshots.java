package org.switchroom.bench.cycle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.switchroom.ami.AmiEvent;

/** Lists of a server's channels, one after the other: 2 of 100 are new, 2 gone, 5 changed. The first are made beforehand, so that making them is not measured. */
final class Snapshots {
    private static final int READY_CHANNELS = 800_000;

    private final Random random = new Random(7);
    private final List<AmiEvent> channels = new ArrayList<>();
    private final Deque<List<AmiEvent>> ready = new ArrayDeque<>();
    private int next;

    Snapshots(int size) {
        while (channels.size() < size) {
            channels.add(fresh());
        }
        while (ready.size() < READY_CHANNELS / size) {
            ready.add(make());
        }
    }

    private AmiEvent fresh() {
        int number = next++;
        return listed("1700000000." + number, "PJSIP/carrier-%08x".formatted(number), "4", "Ring");
    }

    private static AmiEvent listed(String uniqueid, String channel, String state, String word) {
        return Messages.channel(
                "CoreShowChannel", uniqueid, channel, state, word, "Duration", "00:00:05", "BridgeId", "");
    }

    /** The next list. */
    List<AmiEvent> next() {
        return ready.isEmpty() ? make() : ready.remove();
    }

    private List<AmiEvent> make() {
        int size = channels.size();
        for (int i = 0; i < size / 50; i++) {
            channels.set(random.nextInt(size), fresh());
        }
        for (int i = 0; i < size / 20; i++) {
            int which = random.nextInt(size);
            AmiEvent channel = channels.get(which);
            boolean up = channel.text("ChannelState").equals("6");
            channels.set(
                    which,
                    listed(channel.text("Uniqueid"), channel.text("Channel"), up ? "4" : "6", up ? "Ring" : "Up"));
        }
        return List.copyOf(channels);
    }
}
