package org.switchroom.web.admin.lead;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.switchroom.lead.boundary.LeadFiles;
import org.switchroom.lead.boundary.LeadLoads;
import org.switchroom.lead.entity.UnknownLeadException;
import org.switchroom.lead.load.LeadExport;
import org.switchroom.web.support.Viewer;

/** Files to take away: the leads of a list, and the rows of a load that were not taken. */
@Named("leadFile")
@RequestScoped
public class LeadFileBacking {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private LeadFiles files;

    @Inject
    private LeadLoads loads;

    @Inject
    private Viewer viewer;

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    public StreamedContent csv(long listId) {
        LeadExport export = files.export(listId, "csv", viewer.scope());
        return content("list-" + listId + ".csv", "text/csv", export::csv);
    }

    public StreamedContent xlsx(long listId) {
        LeadExport export = files.export(listId, "xlsx", viewer.scope());
        return content("list-" + listId + ".xlsx", XLSX, export::xlsx);
    }

    /** The refused rows of a load, each with its reason. */
    public StreamedContent refused(long loadId) {
        var file = loads.find(loadId, viewer.scope())
                .flatMap(files::refused)
                .orElseThrow(() -> new UnknownLeadException("file of refused rows of load " + loadId));
        return content("refused-" + loadId + ".csv", "text/csv", out -> Files.copy(file, out));
    }

    private static StreamedContent content(String name, String type, Writing writing) {
        return DefaultStreamedContent.builder()
                .name(name)
                .contentType(type)
                .writer(out -> {
                    try {
                        writing.to(out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .build();
    }
}
