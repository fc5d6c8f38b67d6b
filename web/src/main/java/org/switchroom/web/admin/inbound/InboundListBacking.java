package org.switchroom.web.admin.inbound;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.switchroom.inbound.boundary.InboundSettings;
import org.switchroom.inbound.entity.InboundItem;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.inbound.entity.Setting;

/** The items of one kind, by id. */
@Named("inbound")
@ViewScoped
public class InboundListBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient InboundSettings settings;

    @Inject
    private transient HttpServletRequest request;

    private InboundKind kind;
    private String text;
    private transient List<InboundItem> all;
    private transient Map<String, Long> uses;

    @PostConstruct
    void read() {
        kind = Optional.ofNullable(request.getParameter("kind"))
                .flatMap(InboundKind::at)
                .orElse(InboundKind.DID);
    }

    /** Those whose id or name has the text in it. */
    public List<InboundItem> getShown() {
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return getAll().stream()
                .filter(item ->
                        (item.id() + " " + item.name()).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    public List<InboundItem> getAll() {
        if (all == null) {
            all = settings.list(kind);
        }
        return all;
    }

    /** How many items lead to this one. */
    public long uses(InboundItem item) {
        if (uses == null) {
            uses = settings.useCounts(kind);
        }
        return uses.getOrDefault(item.id(), 0L);
    }

    /** The settings that are worth a column; the name stands beside the id. */
    public List<Setting> getColumns() {
        return kind.settings().stream()
                .filter(Setting::listed)
                .filter(setting -> !setting.id().equals("name"))
                .toList();
    }

    public InboundKind[] getKinds() {
        return InboundKind.values();
    }

    public InboundKind getKind() {
        return kind;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
