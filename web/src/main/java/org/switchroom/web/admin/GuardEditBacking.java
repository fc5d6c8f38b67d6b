package org.switchroom.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.switchroom.audit.boundary.AuditTrail;
import org.switchroom.common.StaleVersionException;
import org.switchroom.guard.boundary.GuardBoard;
import org.switchroom.guard.entity.CapScope;
import org.switchroom.guard.entity.GuardSettings;
import org.switchroom.guard.entity.Rate;
import org.switchroom.guard.entity.Reading;
import org.switchroom.guard.entity.StoredSettings;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.web.support.Merge;
import org.switchroom.web.support.Words;

/** How the guard reads numbers, what it limits, and what calls cost. */
@Named("guardEdit")
@ViewScoped
public class GuardEditBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NUMBER = "[0-9]{1,4}";
    private static final String AMOUNT = "[0-9]{1,6}(?:\\.[0-9]{1,4})?";

    @Inject
    private transient GuardBoard board;

    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient Words words;

    private long version;
    private GuardSettings base;
    private Map<String, String> fields = new TreeMap<>();
    private ArrayList<CapField> caps = new ArrayList<>();
    private String rates;
    private Merge merge;

    @PostConstruct
    void read() {
        StoredSettings stored = board.settings();
        version = stored.version();
        base = stored.settings();
        take(base);
    }

    private void take(GuardSettings settings) {
        fields = new TreeMap<>(settings.fields());
        caps = settings.caps().stream().map(CapField::new).collect(Collectors.toCollection(ArrayList::new));
        rates = settings.rates().stream().map(Rate::text).collect(Collectors.joining("\n"));
    }

    /** Empty if something of it can't be read; what that is has been said. */
    private Optional<GuardSettings> settings() {
        boolean right = isSpelled("internal_digits", NUMBER, "guard.wholeNumber")
                & isSpelled("reserved_minutes", NUMBER, "guard.wholeNumber")
                & isSpelled("default_rate", AMOUNT, "guard.amount");
        List<Rate> read = new ArrayList<>();
        for (String line : (rates == null ? "" : rates).split("\\R")) {
            if (!line.isBlank()) {
                Optional<Rate> rate = Rate.of(line);
                rate.ifPresent(read::add);
                if (rate.isEmpty()) {
                    sayAt("rates", words.of("guard.noRate", line.strip()));
                    right = false;
                }
            }
        }
        if (!right) {
            return Optional.empty();
        }
        fields.put("caps", "");
        fields.put("rates", "");
        return Optional.of(new GuardSettings(
                GuardSettings.of(fields).plan(),
                caps.stream().map(CapField::cap).toList(),
                read));
    }

    private boolean isSpelled(String field, String pattern, String problem) {
        String text = fields.get(field);
        boolean right = text != null && text.matches(pattern);
        if (!right) {
            sayAt(field, words.of(problem));
        }
        return right;
    }

    public void save() {
        settings().ifPresent(this::save);
    }

    private void save(GuardSettings wanted) {
        try {
            board.change(wanted, version);
        } catch (SettingsRefusedException e) {
            e.violations().forEach(each -> sayAt(each.field(), each.message()));
            return;
        } catch (StaleVersionException e) {
            meet(wanted);
            return;
        }
        merge = null;
        read();
        words.say(FacesMessage.SEVERITY_INFO, "guard.saved");
    }

    /** Somebody saved first: shows what, and goes on from there. */
    private void meet(GuardSettings mine) {
        StoredSettings present = board.settings();
        merge = Merge.of(base.fields(), mine.fields(), present.settings().fields(), trail.latest("guard", "settings"));
        version = present.version();
        base = present.settings();
        take(GuardSettings.of(merge.merged()));
    }

    public void takeTheirs(String field) {
        settings().ifPresent(mine -> take(GuardSettings.of(merge.withTheirs(field, mine.fields()))));
    }

    public void addCap() {
        caps.add(new CapField());
    }

    public void removeCap(CapField cap) {
        caps.remove(cap);
    }

    private void sayAt(String field, String sentence) {
        words.sayAt("edit:" + field, FacesMessage.SEVERITY_ERROR, sentence);
    }

    public CapScope[] getScopes() {
        return CapScope.values();
    }

    public List<String> getReadings() {
        return Arrays.stream(Reading.values()).map(Reading::name).toList();
    }

    public Map<String, String> getFields() {
        return fields;
    }

    public boolean isEnforced() {
        return Boolean.parseBoolean(fields.get("enforced"));
    }

    public void setEnforced(boolean enforced) {
        fields.put("enforced", Boolean.toString(enforced));
    }

    public List<CapField> getCaps() {
        return caps;
    }

    public String getRates() {
        return rates;
    }

    public void setRates(String rates) {
        this.rates = rates;
    }

    public Merge getMerge() {
        return merge;
    }
}
