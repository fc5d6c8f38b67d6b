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

    /** An id is never used twice: after its Hangup neither a late event nor a list that was asked for earlier brings it back. */
    private static final Duration REMEMBER_ENDED = Duration.ofSeconds(10);

    /** So many ended channels are remembered before old ones are looked for, should no list ever come. */
    private static final int MANY_ENDED = 5_000;

    private static final int LONGEST_UNIQUEID = 150;

    private static final Duration REFUSED_MEANS_GONE = Duration.ofSeconds(60);

    /** So often the table itself is compared with what is known, so that a drift of it is over within 10 s. */
    private static final Duration TABLE_EVERY = Duration.ofSeconds(5);

    /** What is to be written: channels as they are now, or empty for one that is gone; with the version of each. */
    record Pending(Map<String, Optional<Channel>> channels, Map<String, Long> versions) {}

    private final Map<String, Channel> live = new HashMap<>();
    private final Map<String, Long> unwritten = new LinkedHashMap<>();
    private final Map<String, Instant> ended = new HashMap<>();
    private Set<String> suspects = new HashSet<>();
    private long version;
    private boolean lost;
    private Instant refusedSince;
    private Instant resyncFrom = Instant.MIN;
    private long driftCount;
    private Instant tableComparedAt = Instant.EPOCH;

    /** Rows that the table has from before this node started; they are stale until the server lists its channels. */
    void load(Collection<Channel> rows, Instant at) {
        rows.forEach(row -> put(row.stale(at)));
    }

    void take(AmiEvent event, Instant at) {
        String uniqueid = event.text("Uniqueid");
        Channel present = live.get(uniqueid);
        if (event.event().equals("Hangup")) {
            end(uniqueid, at);
        } else if (present == null) {
            if (BEGINS.contains(event.event()) && isNew(uniqueid)) {
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
        lost = true;
        refusedSince = null;
        List.copyOf(live.values()).stream().filter(c -> !c.isStale()).forEach(c -> put(c.stale(at)));
    }

    /** Nobody listens there: after a minute of it the server and all its calls are gone. */
    void refused(Instant at) {
        refusedSince = refusedSince == null ? at : refusedSince;
        if (refusedSince.plus(REFUSED_MEANS_GONE).isBefore(at)) {
            clear();
        }
    }

    /** Something is there but does not let us in: its calls may live. */
    void unreachable() {
        refusedSince = null;
    }

    void opened(Instant at) {
        lost = false;
        refusedSince = null;
        resyncFrom = at;
    }

    /** Events are missing: the next list that is asked for decides alone. */
    void gap(Instant at) {
        resyncFrom = at;
    }

    /** The server is no longer ours, or gone for good: so are its channels. */
    void clear() {
        Set.copyOf(live.keySet()).forEach(this::remove);
    }

    /**
     * Compares with a list of the server. A difference that stands in two lists one after the other, and that no event has touched since
     * the list was asked for, is drift: counted and repaired. The first list after a stream was opened or had a gap replaces what was
     * known. A list that was asked for before that says nothing.
     *
     * @return how many channels had drifted
     */
    int audit(List<AmiEvent> listed, Instant askedAt, Instant at) {
        boolean resync = resyncFrom != null;
        if (lost || resync && askedAt.isBefore(resyncFrom)) {
            return 0;
        }
        Map<String, AmiEvent> there = byId(listed);
        Set<String> differ = differences(there, askedAt);
        Set<String> drifted = new HashSet<>(differ);
        if (!resync) {
            drifted.retainAll(suspects);
            driftCount += drifted.size();
        }
        drifted.forEach(uniqueid -> repair(uniqueid, there.get(uniqueid), at));
        refresh(there, askedAt, at);
        differ.removeAll(drifted);
        suspects = differ;
        forgetEnded(at);
        resyncFrom = null;
        return resync ? 0 : drifted.size();
    }

    private static Map<String, AmiEvent> byId(List<AmiEvent> listed) {
        Map<String, AmiEvent> there = new HashMap<>(listed.size() * 2);
        for (AmiEvent event : listed) {
            String uniqueid = event.text("Uniqueid");
            if (isId(uniqueid)) {
                there.put(uniqueid, event);
            }
        }
        return there;
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
                .filter(uniqueid -> !live.containsKey(uniqueid) && !ended.containsKey(uniqueid))
                .forEach(differ::add);
        return differ;
    }

    private void repair(String uniqueid, AmiEvent listed, Instant at) {
        if (listed == null) {
            remove(uniqueid);
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

    /** Whether it is time to compare the table; asked when a list was compared. */
    boolean isTableDue(Instant at) {
        boolean due = !lost && at.isAfter(tableComparedAt.plus(TABLE_EVERY));
        tableComparedAt = due ? at : tableComparedAt;
        return due;
    }

    /**
     * Compares with the rows of the table: what only one side has is to be written, unless it is on its way. An owner before that was cut
     * off may have committed a row after this one read the table.
     *
     * @return how many rows differ
     */
    int compareTable(Collection<String> rows) {
        Set<String> differ = new HashSet<>(live.keySet());
        rows.stream().filter(row -> !differ.remove(row)).toList().forEach(differ::add);
        differ.removeAll(unwritten.keySet());
        differ.forEach(uniqueid -> unwritten.put(uniqueid, ++version));
        return differ.size();
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

    private void end(String uniqueid, Instant at) {
        if (isId(uniqueid)) {
            ended.put(uniqueid, at);
        }
        if (ended.size() > MANY_ENDED) {
            forgetEnded(at);
        }
        remove(uniqueid);
    }

    private void forgetEnded(Instant at) {
        ended.values().removeIf(when -> when.plus(REMEMBER_ENDED).isBefore(at));
    }

    private boolean isNew(String uniqueid) {
        return isId(uniqueid) && !ended.containsKey(uniqueid);
    }

    private static boolean isId(String uniqueid) {
        return !uniqueid.isEmpty() && uniqueid.length() <= LONGEST_UNIQUEID;
    }

    private void remove(String uniqueid) {
        if (live.remove(uniqueid) != null) {
            unwritten.put(uniqueid, ++version);
        }
    }
}
