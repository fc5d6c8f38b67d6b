package org.switchroom.channel.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.ami.AmiEvent;

/**
 * The live channels of one server in memory, and which of them the table does not show yet. Callers hold this object's monitor while
 * they change it and write its changes, so that the table never sees an older state after a newer one.
 */
final class ServerMirror {
    private static final Set<String> BEGINS = Set.of("Newchannel", "Newstate", "BridgeEnter");

    /** An event may show a channel again that a list, asked for earlier, still has. */
    private static final Duration REMEMBER_GONE = Duration.ofSeconds(10);

    private static final Duration REFUSED_MEANS_GONE = Duration.ofSeconds(60);

    /** What is to be written: channels as they are now, or empty for one that is gone; with the version of each. */
    record Pending(Map<String, Optional<Channel>> channels, Map<String, Long> versions) {}

    private final Map<String, Channel> live = new HashMap<>();
    private final Map<String, Long> unwritten = new LinkedHashMap<>();
    private final Map<String, Instant> gone = new HashMap<>();
    private Set<String> suspects = new HashSet<>();
    private long version;
    private Instant lostSince;
    private boolean resyncDue = true;
    private long driftCount;

    /** Rows that the table has from before this node started; they are stale until the server lists its channels. */
    void load(Collection<Channel> rows, Instant at) {
        rows.forEach(row -> put(row.stale(at)));
    }

    void take(AmiEvent event, Instant at) {
        String uniqueid = event.text("Uniqueid");
        Channel present = live.get(uniqueid);
        if (event.event().equals("Hangup")) {
            remove(uniqueid, at);
        } else if (present == null) {
            if (BEGINS.contains(event.event()) && !uniqueid.isEmpty()) {
                gone.remove(uniqueid);
                put(Channel.first(event, at));
            }
        } else if (event.event().equals("Rename")) {
            put(present.renamed(event.text("Newname"), at));
        } else if (!event.event().equals("OriginateResponse")) {
            putIfOther(present, present.with(event, at));
        }
    }

    /** The stream broke: what we know is as old as this. */
    void lost(Instant at) {
        lostSince = lostSince == null ? at : lostSince;
        List.copyOf(live.values()).stream().filter(c -> !c.isStale()).forEach(c -> put(c.stale(at)));
    }

    /** Nobody listens there: after a minute of it the server and all its calls are gone. */
    void refused(Instant at) {
        lostSince = lostSince == null ? at : lostSince;
        if (lostSince.plus(REFUSED_MEANS_GONE).isBefore(at)) {
            Set.copyOf(live.keySet()).forEach(uniqueid -> remove(uniqueid, at));
        }
    }

    void opened() {
        lostSince = null;
        resyncDue = true;
    }

    /**
     * Compares with a list of the server. A difference that stands in two lists one after the other, and that no event has touched since
     * the list was asked for, is drift: counted and repaired. The first list after a stream was opened just replaces what was stale.
     *
     * @return how many channels had drifted
     */
    int audit(List<AmiEvent> listed, Instant askedAt, Instant at) {
        Map<String, AmiEvent> there = new HashMap<>();
        listed.forEach(event -> there.put(event.text("Uniqueid"), event));
        there.remove("");
        Set<String> differ = differences(there, askedAt);
        Set<String> drifted = new HashSet<>(differ);
        if (!resyncDue) {
            drifted.retainAll(suspects);
            driftCount += drifted.size();
        }
        drifted.forEach(uniqueid -> repair(uniqueid, there.get(uniqueid), at));
        refresh(there, askedAt, at);
        differ.removeAll(drifted);
        suspects = differ;
        gone.values().removeIf(when -> when.plus(REMEMBER_GONE).isBefore(at));
        int count = resyncDue ? 0 : drifted.size();
        resyncDue = false;
        return count;
    }

    private Set<String> differences(Map<String, AmiEvent> there, Instant askedAt) {
        Set<String> differ = new HashSet<>();
        live.forEach((uniqueid, channel) -> {
            boolean older = channel.isStale() || channel.changedAt().isBefore(askedAt);
            if (older && !there.containsKey(uniqueid)) {
                differ.add(uniqueid);
            }
        });
        there.keySet().stream()
                .filter(uniqueid -> !live.containsKey(uniqueid) && !gone.containsKey(uniqueid))
                .forEach(differ::add);
        return differ;
    }

    private void repair(String uniqueid, AmiEvent listed, Instant at) {
        if (listed == null) {
            remove(uniqueid, at);
        } else {
            put(Channel.first(listed, at));
        }
    }

    /** Takes over what a list shows of channels that no event has touched since. */
    private void refresh(Map<String, AmiEvent> there, Instant askedAt, Instant at) {
        there.forEach((uniqueid, event) -> {
            Channel present = live.get(uniqueid);
            if (present != null && (present.isStale() || present.changedAt().isBefore(askedAt))) {
                putIfOther(present, present.with(event, at));
            }
        });
    }

    Pending pending() {
        Map<String, Optional<Channel>> channels = new LinkedHashMap<>();
        unwritten.keySet().stream()
                .sorted()
                .forEach(uniqueid -> channels.put(uniqueid, Optional.ofNullable(live.get(uniqueid))));
        return new Pending(channels, Map.copyOf(unwritten));
    }

    /** These versions are in the table now; what changed since stays to be written. */
    void written(Map<String, Long> versions) {
        versions.forEach((uniqueid, written) -> unwritten.remove(uniqueid, written));
    }

    Optional<Channel> find(String channelOrUniqueid) {
        Channel byId = live.get(channelOrUniqueid);
        if (byId != null) {
            return Optional.of(byId);
        }
        return live.values().stream()
                .filter(c -> c.channel().equals(channelOrUniqueid))
                .findFirst();
    }

    Collection<Channel> all() {
        return new ArrayList<>(live.values());
    }

    int size() {
        return live.size();
    }

    long driftCount() {
        return driftCount;
    }

    private void putIfOther(Channel present, Channel next) {
        if (!next.looksLike(present)) {
            put(next);
        }
    }

    private void put(Channel channel) {
        live.put(channel.uniqueid(), channel);
        unwritten.put(channel.uniqueid(), ++version);
    }

    private void remove(String uniqueid, Instant at) {
        gone.put(uniqueid, at);
        if (live.remove(uniqueid) != null) {
            unwritten.put(uniqueid, ++version);
        }
    }
}
