package org.switchroom.web.admin.lead;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.primefaces.PrimeFaces;
import org.switchroom.common.SituationException;
import org.switchroom.lead.boundary.LeadFiles;
import org.switchroom.lead.boundary.LeadLists;
import org.switchroom.lead.boundary.LeadLoads;
import org.switchroom.lead.entity.DuplicateRule;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.LoadRules;
import org.switchroom.lead.entity.LoadState;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** A file on its way into a list, or among the numbers that nobody may call: file, columns, dry run, load. May be left at any time. */
@Named("leadLoad")
@ViewScoped
public class LeadLoadBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LeadLoads loads;

    @Inject
    private transient LeadFiles files;

    @Inject
    private transient LeadLists lists;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Words words;

    @Inject
    private transient HttpServletRequest request;

    private Long id;
    private Long listId;
    private boolean missing;
    private String campaign = "";
    private int version;
    private DuplicateRule duplicates = DuplicateRule.LIST;
    private boolean skipDnc = true;
    private String region;
    private List<ColumnLine> columns = List.of();
    private transient Part file;
    private transient LeadLoad load;
    private transient LeadList list;

    @PostConstruct
    void read() {
        campaign = Optional.ofNullable(request.getParameter("campaign")).orElse("");
        if (request.getParameter("id") != null) {
            number("id").flatMap(number -> loads.find(number, viewer.scope())).ifPresent(this::take);
            missing = id == null;
        } else if (request.getParameter("list") != null) {
            listId = number("list").orElse(null);
            missing = getList() == null;
        }
    }

    /** There is no such load, or no such list, for this person. */
    public boolean isMissing() {
        return missing;
    }

    /** Receives the file; the page of its load follows. */
    public String upload() {
        if (file == null || file.getSize() == 0) {
            words.sayAt("upload:file", FacesMessage.SEVERITY_ERROR, words.of("load.noFile"));
            return null;
        }
        try (InputStream content = file.getInputStream()) {
            String name = file.getSubmittedFileName();
            long received = listId == null
                    ? files.receiveNumbers(campaign, name, content, viewer.name(), viewer.scope())
                    : files.receiveLeads(listId, name, content, viewer.name(), viewer.scope());
            return "/admin/lead/load?faces-redirect=true&id=" + received;
        } catch (SituationException e) {
            words.sayAt("upload:file", FacesMessage.SEVERITY_ERROR, e.getMessage());
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void check() {
        carefully(() -> {
            change();
            loads.check(id, viewer.scope());
        });
    }

    public void begin() {
        carefully(() -> {
            if (getLoad().state() == LoadState.UPLOADED) {
                change();
            }
            loads.load(id, viewer.scope());
        });
    }

    public void cancel() {
        carefully(() -> loads.cancel(id, viewer.scope()));
    }

    /** What another place or the load itself did since; when it stands still the columns may be changed again. */
    public void refresh() {
        boolean wasRunning = load == null || load.state().isRunning();
        load = null;
        if (wasRunning && !getLoad().state().isRunning()) {
            PrimeFaces.current().ajax().update("load:columnsNow");
        }
    }

    private void change() {
        List<String> mapping = columns.stream().map(ColumnLine::getField).toList();
        Optional<String> ofNumbers =
                Optional.ofNullable(region).map(String::strip).filter(text -> listId == null);
        LeadLoad changed =
                loads.change(id, version, new LoadRules(mapping, duplicates, skipDnc, ofNumbers), viewer.scope());
        version = changed.version();
    }

    private void carefully(Runnable step) {
        try {
            step.run();
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, e.getMessage());
        }
        loads.find(id, viewer.scope()).ifPresent(now -> version = now.version());
        load = null;
    }

    private void take(LeadLoad present) {
        id = present.id();
        listId = present.listId();
        campaign = present.dncCampaignId() == null ? "" : present.dncCampaignId();
        version = present.version();
        duplicates = present.duplicates();
        skipDnc = present.skipDnc();
        region = present.format().region();
        columns = ColumnLines.of(present, files.sample(present));
        load = present;
    }

    private Optional<Long> number(String parameter) {
        return Optional.ofNullable(request.getParameter(parameter))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::valueOf);
    }

    /** Null before a file is there. */
    public LeadLoad getLoad() {
        if (load == null && id != null) {
            load = loads.find(id, viewer.scope()).orElse(null);
        }
        return load;
    }

    /** Null for numbers that nobody may call. */
    public LeadList getList() {
        if (list == null && listId != null) {
            list = lists.find(listId, viewer.scope()).orElse(null);
        }
        return list;
    }

    public List<LeadLoad> getEarlier() {
        return listId == null
                ? loads.latest(viewer.scope()).stream()
                        .filter(LeadLoad::isOfNumbers)
                        .toList()
                : loads.ofList(listId, viewer.scope());
    }

    /** FILE, COLUMNS, CHECK or LOAD: which of the four steps it stands at. */
    public String getStep() {
        LeadLoad now = getLoad();
        if (now == null) {
            return "FILE";
        }
        return switch (now.state()) {
            case UPLOADED -> "COLUMNS";
            case CHECKING, CHECKED -> "CHECK";
            case LOADING, DONE, CANCELLED, FAILED -> "LOAD";
        };
    }

    public String[] getSteps() {
        return new String[] {"FILE", "COLUMNS", "CHECK", "LOAD"};
    }

    public boolean isDone(String step) {
        return List.of(getSteps()).indexOf(step) < List.of(getSteps()).indexOf(getStep());
    }

    public long getMapped() {
        return columns.stream().filter(column -> !column.getField().isEmpty()).count();
    }

    public DuplicateRule[] getRules() {
        return DuplicateRule.values();
    }

    public List<ColumnLine> getColumns() {
        return columns;
    }

    public String getCampaign() {
        return campaign;
    }

    public DuplicateRule getDuplicates() {
        return duplicates;
    }

    public void setDuplicates(DuplicateRule duplicates) {
        this.duplicates = duplicates;
    }

    public boolean isSkipDnc() {
        return skipDnc;
    }

    public void setSkipDnc(boolean skipDnc) {
        this.skipDnc = skipDnc;
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
