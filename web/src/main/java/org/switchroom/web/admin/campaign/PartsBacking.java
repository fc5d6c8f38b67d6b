package org.switchroom.web.admin.campaign;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.campaign.boundary.CampaignParts;
import org.switchroom.campaign.control.PartSearch;
import org.switchroom.campaign.control.PartState;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.campaign.entity.Setting;
import org.switchroom.campaign.entity.SettingKind;
import org.switchroom.common.SituationException;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** The parts of one kind: those of every campaign, or what one campaign can use. */
@Named("parts")
@ViewScoped
public class PartsBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_FIELDS = 4;
    private static final int SHOWN_CHARACTERS = 120;

    @Inject
    private transient CampaignParts parts;

    @Inject
    private transient CampaignWords campaignWords;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Words words;

    @Inject
    private transient HttpServletRequest request;

    private PartKind kind;
    private String campaign;
    private transient List<PartState> list;

    @PostConstruct
    void read() {
        kind = Optional.ofNullable(request.getParameter("kind"))
                .flatMap(PartKind::at)
                .orElse(PartKind.DISPOSITION);
        campaign = request.getParameter("campaign");
    }

    public void refresh() {
        list = null;
    }

    public void toggle(PartState part) {
        try {
            parts.change(
                    kind,
                    viewer.scope(),
                    part.id(),
                    part.version(),
                    Map.of("active", Boolean.toString(!part.isActive())));
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, campaignWords.sentence(e));
        }
        refresh();
    }

    public List<PartState> getList() {
        if (list == null) {
            Optional<String> only = Optional.ofNullable(campaign).filter(id -> !id.isEmpty());
            list = parts.search(kind, viewer.scope(), new PartSearch(only, 0, Integer.MAX_VALUE)).stream()
                    .sorted(Comparator.comparingInt(PartsBacking::place)
                            .thenComparing(PartState::code)
                            .thenComparing(PartState::campaignId))
                    .toList();
        }
        return list;
    }

    private static int place(PartState part) {
        return Integer.parseInt(part.values().getOrDefault("place", "0"));
    }

    /** What it is, in a line: what is switched on, and values that are not their default. */
    public String summary(PartState part) {
        List<String> said = kind.fields().stream()
                .filter(field -> !List.of("name", "active", "place").contains(field.id()))
                .filter(field -> !field.kind().equals(SettingKind.LINES))
                .filter(field -> tells(field, part.values().get(field.id())))
                .map(field -> said(field, part))
                .toList();
        String line = String.join(", ", said.subList(0, Math.min(SHOWN_FIELDS, said.size())));
        if (said.isEmpty()) {
            return beginning(part);
        }
        return said.size() > SHOWN_FIELDS ? line + " ..." : line;
    }

    /** Of what is all text: its first words. */
    private String beginning(PartState part) {
        String text = kind.fields().stream()
                .filter(field -> field.kind() == SettingKind.LINES)
                .map(field -> part.values().get(field.id()).strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("")
                .replaceAll("\\s+", " ");
        return text.codePointCount(0, text.length()) > SHOWN_CHARACTERS
                ? text.substring(0, text.offsetByCodePoints(0, SHOWN_CHARACTERS)) + " ..."
                : text;
    }

    private static boolean tells(Setting field, String value) {
        return field.kind() == SettingKind.YES_NO ? "true".equals(value) : !value.isEmpty() && !"0".equals(value);
    }

    private String said(Setting field, PartState part) {
        String value = campaignWords.value(field, part.values().get(field.id()), part.campaignId());
        return field.kind() == SettingKind.YES_NO
                ? campaignWords.name(field)
                : campaignWords.name(field) + ": " + value;
    }

    public boolean hasSwitch() {
        return kind.fields().stream().anyMatch(field -> field.id().equals("active"));
    }

    public PartKind getKind() {
        return kind;
    }

    public String getCampaign() {
        return campaign;
    }

    public void setCampaign(String campaign) {
        this.campaign = campaign;
    }
}
