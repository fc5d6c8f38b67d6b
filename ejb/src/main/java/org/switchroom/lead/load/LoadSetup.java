package org.switchroom.lead.load;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.lead.entity.DuplicateRule;
import org.switchroom.lead.entity.FileFormat;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.LeadConflictException;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.LoadResult;
import org.switchroom.lead.entity.LoadRules;
import org.switchroom.lead.entity.LoadState;
import org.switchroom.lead.entity.UploadRefusedException;

/** Takes files in, guesses or remembers where their columns go, and says when a load may begin. */
@ApplicationScoped
public class LoadSetup {
    /** In place of a list where numbers are loaded that nobody may call. */
    private static final LeadList NUMBERS = LeadList.named("numbers");

    /** What says in which country a number is. */
    private static final Set<String> OF_NUMBERS =
            Set.of(LeadField.PHONE.word(), LeadField.DIAL_CODE.word(), LeadField.COUNTRY.word(), ColumnGuess.LEFT_OUT);

    private static final int LONGEST_FILE_NAME = 255;

    @Inject
    private LoadRows loads;

    @Inject
    private LoadFolder folder;

    @Inject
    private DatabaseTime time;

    protected LoadSetup() {}

    public LoadSetup(Database database, LoadFolder folder, DatabaseTime time) {
        this.loads = new LoadRows(database);
        this.folder = folder;
        this.time = time;
    }

    /** A file that was received: the name under which it is kept, and what was found out about it. */
    public record Received(String storedName, FormatDetection.Found found) {}

    /** In place of a list where numbers are loaded that nobody may call; in the region of their file. */
    public static LeadList numbers(FileFormat format) {
        return format.region().isEmpty() ? NUMBERS : NUMBERS.withRegion(format.region());
    }

    /**
     * Receives a file and looks at it; touches no database, because that may take long.
     *
     * @throws UploadRefusedException if it can't be read; it is not kept then
     */
    public Received receive(InputStream content) {
        String stored = folder.keep(content);
        try {
            return new Received(stored, FormatDetection.of(folder.file(stored)));
        } catch (RuntimeException e) {
            folder.remove(stored);
            throw e;
        }
    }

    /** Removes a file that was received and of which no load was made. */
    public void forget(Received received) {
        folder.remove(received.storedName());
    }

    /** Makes a load into this list of it; returns its id. */
    public long takeLeads(LeadList list, String fileName, Received received, String by) {
        FormatDetection.Found found = received.found();
        List<String> mapping = loads.remembered(list.id(), ColumnGuess.hash(found.format()))
                .filter(known -> fits(known, found.format(), list))
                .orElseGet(() -> ColumnGuess.guess(found.format(), found.sample(), list));
        return insert(list.id(), null, fileName, received, mapping, by);
    }

    /** Makes a load of numbers that nobody may call, or this campaign may not, of it. */
    public long takeNumbers(String campaignId, String fileName, Received received, String by) {
        FormatDetection.Found found = received.found();
        List<String> mapping = ColumnGuess.guess(found.format(), found.sample(), NUMBERS).stream()
                .map(target -> OF_NUMBERS.contains(target) ? target : ColumnGuess.LEFT_OUT)
                .toList();
        FileFormat format = found.format().withRegion(NUMBERS.region());
        Received inRegion =
                new Received(received.storedName(), new FormatDetection.Found(format, found.sample(), found.total()));
        return insert(null, campaignId, fileName, inRegion, mapping, by);
    }

    /** Other columns or rules; a check must be made anew. */
    public void change(LeadLoad load, int seen, LeadList list, LoadRules rules) {
        StaleVersionException.refuse("load " + load.id(), seen, load.version());
        requireOpen(load);
        ColumnGuess.requireValid(rules.mapping(), load.format(), list);
        if (!loads.change(load.id(), seen, rules, format(load, rules))) {
            throw new StaleVersionException("load " + load.id(), seen + 1L);
        }
        if (!load.isOfNumbers()) {
            loads.remember(list.id(), ColumnGuess.hash(load.format()), rules.mapping(), time.now());
        }
    }

    private static FileFormat format(LeadLoad load, LoadRules rules) {
        if (rules.region().isEmpty()) {
            return load.format();
        }
        if (!load.isOfNumbers()) {
            throw new InvalidLeadException("region", "is that of the list, change it there");
        }
        return load.format()
                .withRegion(
                        NUMBERS.withRegion(rules.region().get()).requireValid().region());
    }

    /** Begins a dry run. */
    public void check(LeadLoad load, LeadList list) {
        begin(load, list, LoadState.CHECKING);
    }

    /** Begins to write. */
    public void load(LeadLoad load, LeadList list) {
        begin(load, list, LoadState.LOADING);
    }

    /** Stops it; a load keeps what was loaded, a check leaves the file as it was. */
    public void cancel(LeadLoad load) {
        if (!loads.cancel(load.id(), time.now())) {
            throw new LeadConflictException("load-over", "The load is over already.");
        }
        if (load.state() != LoadState.CHECKING && folder.has(load.storedName())) {
            folder.remove(load.storedName());
        }
    }

    /** The first rows behind the head, as they stand in the file; none where the file is on another node. */
    public List<String[]> sample(LeadLoad load) {
        return folder.has(load.storedName())
                ? FormatDetection.of(folder.file(load.storedName())).sample()
                : List.of();
    }

    /** The rows that were not taken, if there is such a file on this node. */
    public Optional<Path> refused(LeadLoad load) {
        return Optional.of(folder.refused(load.storedName()))
                .filter(file -> file.toFile().isFile());
    }

    private void begin(LeadLoad load, LeadList list, LoadState state) {
        requireOpen(load);
        ColumnGuess.requireValid(load.mapping(), load.format(), list);
        if (!loads.begin(load.id(), state)) {
            throw new LeadConflictException("load-begun", "The load was begun or stopped meanwhile.");
        }
    }

    private static void requireOpen(LeadLoad load) {
        if (!load.state().isOpen()) {
            throw new LeadConflictException(
                    "load-begun", "The load is %s; nothing can be changed any more.".formatted(load.state()));
        }
    }

    private static boolean fits(List<String> mapping, FileFormat format, LeadList list) {
        try {
            return !ColumnGuess.requireValid(mapping, format, list).isEmpty();
        } catch (InvalidLeadException e) {
            return false; // the list's own fields have changed since
        }
    }

    private long insert(
            Long listId, String dncCampaignId, String fileName, Received received, List<String> mapping, String by) {
        Instant now = time.now();
        return loads.insert(
                new LeadLoad(
                        0,
                        listId,
                        dncCampaignId,
                        shown(fileName),
                        received.storedName(),
                        folder.file(received.storedName()).toFile().length(),
                        received.found().format(),
                        mapping,
                        DuplicateRule.LIST,
                        listId != null,
                        LoadState.UPLOADED,
                        null,
                        null,
                        0,
                        0,
                        received.found().total().orElse(null),
                        0,
                        LoadResult.NOTHING,
                        by,
                        now,
                        null,
                        null,
                        0),
                now);
    }

    /** The last part of whatever path a browser sends. */
    private static String shown(String fileName) {
        String name = fileName == null
                ? ""
                : fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String plain = name.replaceAll("\\p{Cntrl}", " ").strip();
        String cut = plain.length() > LONGEST_FILE_NAME ? plain.substring(0, LONGEST_FILE_NAME) : plain;
        return cut.isEmpty() ? "file" : cut;
    }
}
