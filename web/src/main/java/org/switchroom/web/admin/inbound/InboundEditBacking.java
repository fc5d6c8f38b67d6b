package org.switchroom.web.admin.inbound;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchroom.common.StaleVersionException;
import org.switchroom.inbound.boundary.InboundSettings;
import org.switchroom.inbound.control.InboundInUseException;
import org.switchroom.inbound.control.InboundInvalidException;
import org.switchroom.inbound.control.InboundTakenException;
import org.switchroom.inbound.control.UnknownInboundException;
import org.switchroom.inbound.entity.InboundItem;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.inbound.entity.ItemKey;
import org.switchroom.inbound.entity.Setting;
import org.switchroom.inbound.entity.Violation;
import org.switchroom.web.support.ServerNames;
import org.switchroom.web.support.Words;

/** Adds an item of any kind or changes one. Over somebody else's change it saves only after showing it. */
@Named("inboundEdit")
@ViewScoped
public class InboundEditBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String LIST = "/admin/inbound/list?faces-redirect=true&kind=";

    @Inject
    private transient InboundSettings settings;

    @Inject
    private transient ServerNames servers;

    @Inject
    private transient Words words;

    @Inject
    private transient InboundWords inboundWords;

    @Inject
    private transient HttpServletRequest request;

    private final List<InboundCard> cards = new ArrayList<>();
    private Map<String, String> seen = Map.of();
    private InboundKind kind;
    private String id;
    private String name;
    private boolean added;
    private boolean stale;
    private int version;
    private Instant changedAt;
    private String changedBy;
    private String idProblem = "";
    private transient Map<InboundKind, List<InboundItem>> choices;

    @PostConstruct
    void read() {
        kind = Optional.ofNullable(request.getParameter("kind"))
                .flatMap(InboundKind::at)
                .orElse(InboundKind.DID);
        Optional<InboundItem> present =
                Optional.ofNullable(request.getParameter("id")).flatMap(key -> settings.find(new ItemKey(kind, key)));
        added = present.isEmpty();
        InboundItem item = present.orElseGet(() -> InboundItem.of(kind, "", Map.of()));
        see(item);
        kind.settings().forEach(setting -> card(setting).add(new InboundField(kind, setting, seen.get(setting.id()))));
    }

    public String save() {
        fields().forEach(field -> field.say(""));
        choices = null;
        idProblem = "";
        Map<String, String> typed =
                fields().collect(Collectors.toMap(f -> f.getSetting().id(), InboundField::typed));
        InboundItem wanted = InboundItem.of(kind, id == null ? "" : id, typed).over(version);
        try {
            store(wanted);
        } catch (InboundInvalidException e) {
            e.violations().forEach(this::say);
            words.say(
                    FacesMessage.SEVERITY_ERROR,
                    "inbound.notSaved",
                    e.violations().size());
            return null;
        } catch (InboundTakenException e) {
            idProblem = words.of("inbound.taken");
            return null;
        } catch (StaleVersionException | UnknownInboundException e) {
            merge(wanted.key());
            return null;
        }
        return leave("inbound.saved", wanted.name());
    }

    public String remove() {
        try {
            settings.remove(new ItemKey(kind, id), version);
        } catch (InboundInUseException e) {
            words.say(FacesMessage.SEVERITY_ERROR, "inbound.inUse", named(e.users()));
            return null;
        } catch (StaleVersionException | UnknownInboundException e) {
            merge(new ItemKey(kind, id));
            return null;
        }
        return leave("inbound.removed", name);
    }

    private void store(InboundItem wanted) {
        servers.checked(wanted);
        if (added) {
            settings.add(wanted);
        } else {
            settings.change(wanted);
        }
    }

    /** Shows what somebody else made of it; the next save is over that. */
    private void merge(ItemKey key) {
        Optional<InboundItem> present = settings.find(key);
        if (present.isEmpty()) {
            words.say(FacesMessage.SEVERITY_ERROR, "inbound.gone");
            return;
        }
        Map<String, String> before = seen;
        see(present.get());
        stale = true;
        fields().forEach(field -> {
            String setting = field.getSetting().id();
            field.merge(before.get(setting), seen.get(setting));
        });
    }

    private void see(InboundItem item) {
        seen = new HashMap<>(item.all());
        id = item.id();
        name = item.name();
        version = item.version();
        changedAt = item.changedAt();
        changedBy = item.changedBy();
    }

    private void say(Violation violation) {
        String sentence = inboundWords.sentence(violation);
        if (violation.setting().equals("id")) {
            idProblem = sentence;
        }
        fields().filter(field -> field.getSetting().id().equals(violation.setting()))
                .forEach(field -> field.say(sentence));
    }

    private String leave(String said, String about) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        words.say(FacesMessage.SEVERITY_INFO, said, about);
        return LIST + kind.path();
    }

    private InboundCard card(Setting setting) {
        return cards.stream()
                .filter(card -> card.getSection() == setting.section())
                .findFirst()
                .orElseGet(() -> {
                    cards.add(new InboundCard(setting.section()));
                    return cards.get(cards.size() - 1);
                });
    }

    private Stream<InboundField> fields() {
        return cards.stream().flatMap(card -> card.getFields().stream());
    }

    private String named(List<ItemKey> users) {
        return users.stream().map(inboundWords::item).collect(Collectors.joining(", "));
    }

    /** Who leads to it. */
    public List<ItemKey> getUsers() {
        return added ? List.of() : settings.usersOf(new ItemKey(kind, id));
    }

    /** What can be chosen where a setting names an item; none for null. */
    public List<InboundItem> items(InboundKind wanted) {
        if (choices == null) {
            choices = new EnumMap<>(InboundKind.class);
        }
        return wanted == null ? List.of() : choices.computeIfAbsent(wanted, settings::list);
    }

    public List<String> getServers() {
        return servers.all();
    }

    /** How many settings show what somebody else set, or stand against it. */
    public long getMergedCount() {
        return fields().filter(f -> f.isTaken() || f.getTheirs() != null).count();
    }

    public List<InboundCard> getCards() {
        return cards;
    }

    public InboundKind getKind() {
        return kind;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getIdProblem() {
        return idProblem;
    }

    public String getName() {
        return name;
    }

    public boolean isAdded() {
        return added;
    }

    public boolean isStale() {
        return stale;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public String getChangedBy() {
        return changedBy;
    }
}
