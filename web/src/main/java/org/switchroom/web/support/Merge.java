package org.switchroom.web.support;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.switchroom.audit.entity.AuditRecord;

/**
 * What to do when somebody saved first: field by field. What only one of the two changed is taken from that one; where both did, mine is
 * kept until I take theirs. Nothing is overwritten that was not shown.
 */
public final class Merge implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A field that they changed.
     *
     * @param contested whether I changed it too, to something else
     */
    public record Line(String field, String theirs, String mine, boolean contested) implements Serializable {}

    private final TreeMap<String, String> merged = new TreeMap<>();
    private final ArrayList<Line> lines = new ArrayList<>();
    private final String who;
    private final Instant at;

    private Merge(String who, Instant at) {
        this.who = who;
        this.at = at;
    }

    /**
     * @param base as both found it
     * @param latest who saved last, if that is known
     */
    public static Merge of(
            Map<String, String> base,
            Map<String, String> mine,
            Map<String, String> theirs,
            Optional<AuditRecord> latest) {
        return of(
                base,
                mine,
                theirs,
                latest.map(AuditRecord::getActor).orElse("-"),
                latest.map(AuditRecord::getAt).orElse(null));
    }

    /**
     * @param base as both found it
     * @param who saved last
     * @param at when, or null
     */
    public static Merge of(
            Map<String, String> base, Map<String, String> mine, Map<String, String> theirs, String who, Instant at) {
        Merge merge = new Merge(who, at);
        TreeSet<String> names = new TreeSet<>(theirs.keySet());
        names.addAll(mine.keySet());
        names.forEach(name -> merge.decide(name, base.get(name), mine.get(name), theirs.get(name)));
        return merge;
    }

    private void decide(String name, String base, String mine, String theirs) {
        boolean theyDid = !Objects.equals(base, theirs);
        boolean iDid = !Objects.equals(base, mine);
        merged.put(name, iDid ? mine : theirs);
        if (theyDid) {
            lines.add(new Line(name, theirs, mine, iDid && !Objects.equals(mine, theirs)));
        }
    }

    /** All fields as they would be saved now. */
    public Map<String, String> merged() {
        return merged;
    }

    /** My fields with theirs in the place of this one. */
    public Map<String, String> withTheirs(String field, Map<String, String> mine) {
        Map<String, String> fields = new TreeMap<>(mine);
        lines.stream().filter(line -> line.field().equals(field)).forEach(line -> fields.put(field, line.theirs()));
        return fields;
    }

    public List<Line> getLines() {
        return lines;
    }

    public String getWho() {
        return who;
    }

    public Instant getAt() {
        return at;
    }
}
