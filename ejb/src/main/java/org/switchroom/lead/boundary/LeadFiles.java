package org.switchroom.lead.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.switchroom.common.Scope;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.UnknownLeadException;
import org.switchroom.lead.load.LeadExport;
import org.switchroom.lead.load.LoadSetup;

/** Files of loads as they come in and go out. They may take minutes, so no transaction is open and nobody's turn is held meanwhile. */
@ApplicationScoped
public class LeadFiles {
    private static final int PART = 2_000;

    @Inject
    private LoadSetup setup;

    @Inject
    private LeadLoads loads;

    @Inject
    private LeadLists lists;

    @Inject
    private Leads leads;

    /**
     * Receives a file of leads; returns the id of its load.
     *
     * @throws org.switchroom.lead.entity.UploadRefusedException if it can't be read
     */
    public long receiveLeads(long listId, String fileName, InputStream content, String by, Scope scope) {
        loads.ofList(listId, scope); // not for nothing if there is no such list
        return taken(content, received -> loads.takeLeads(listId, fileName, received, by, scope));
    }

    /** Receives a file of numbers that nobody may call, or that one campaign may not. */
    public long receiveNumbers(String campaignId, String fileName, InputStream content, String by, Scope scope) {
        loads.requireNumbersOf(campaignId, scope);
        return taken(content, received -> loads.takeNumbers(campaignId, fileName, received, by, scope));
    }

    private long taken(InputStream content, ToLongFunction<LoadSetup.Received> load) {
        LoadSetup.Received received = setup.receive(content);
        try {
            return load.applyAsLong(received);
        } catch (RuntimeException e) {
            setup.forget(received);
            throw e;
        }
    }

    /** The first rows of a file, as they stand there; none where it is on another node. */
    public List<String[]> sample(LeadLoad load) {
        return setup.sample(load);
    }

    /** The rows that were not taken, as a CSV file, if it is on this node. */
    public Optional<Path> refused(LeadLoad load) {
        return setup.refused(load);
    }

    /**
     * All leads of a list, ready to be written; each part is read by itself.
     *
     * @param format for the audit: csv or xlsx
     */
    public LeadExport export(long listId, String format, Scope scope) {
        lists.noteExport(listId, format, scope);
        LeadList list = lists.find(listId, scope).orElseThrow(() -> new UnknownLeadException("list " + listId));
        return new LeadExport(list, afterId -> leads.ofList(listId, afterId, PART, scope));
    }
}
