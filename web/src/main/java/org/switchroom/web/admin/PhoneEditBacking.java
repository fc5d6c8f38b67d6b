package org.switchroom.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.switchroom.audit.boundary.AuditTrail;
import org.switchroom.common.StaleVersionException;
import org.switchroom.endpoint.entity.Technology;
import org.switchroom.phone.boundary.Phones;
import org.switchroom.phone.control.PhoneTakenException;
import org.switchroom.phone.control.UnknownPhoneException;
import org.switchroom.phone.entity.Phone;
import org.switchroom.phone.entity.PhoneKind;
import org.switchroom.phone.entity.PhoneSettings;
import org.switchroom.server.boundary.ServerRegistry;
import org.switchroom.server.entity.AsteriskServer;
import org.switchroom.user.boundary.Accounts;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.entity.AccountFilter;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.web.support.Merge;
import org.switchroom.web.support.Words;

/** Adds a phone, copies one or changes one. */
@Named("phoneEdit")
@ViewScoped
public class PhoneEditBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_PEOPLE = 5000;
    private static final String LIST = "/admin/phone/list?faces-redirect=true";

    @Inject
    private transient Phones phones;

    @Inject
    private transient Accounts accounts;

    @Inject
    private transient ServerRegistry servers;

    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient Words words;

    @Inject
    private transient HttpServletRequest request;

    private long id;
    private long version;
    private Map<String, String> fields = new TreeMap<>();
    private PhoneSettings base;
    private Merge merge;

    @PostConstruct
    void read() {
        find("id").ifPresentOrElse(this::show, this::begin);
    }

    private Optional<Phone> find(String parameter) {
        return Optional.ofNullable(request.getParameter(parameter))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .flatMap(text -> phones.find(Long.parseLong(text)));
    }

    private void show(Phone phone) {
        id = phone.getId();
        version = phone.getVersion();
        base = phone.settings();
        fields = new TreeMap<>(base.fields());
    }

    /** A copy has the same server and kind, and an endpoint of its own. */
    private void begin() {
        Optional<PhoneSettings> like = find("copy").map(Phone::settings);
        String owner = like.map(PhoneSettings::owner).orElse(request.getParameter("owner"));
        String server = like.map(PhoneSettings::serverName)
                .orElseGet(() -> getServers().stream().findFirst().orElse(null));
        PhoneKind kind = like.map(PhoneSettings::kind).orElse(PhoneKind.SIP);
        Technology technology = like.map(PhoneSettings::technology).orElse(Technology.PJSIP);
        base = new PhoneSettings(owner, "", kind, technology, server, "", null, null, null, null, true);
        fields = new TreeMap<>(base.fields());
    }

    public String save() {
        PhoneSettings settings = PhoneSettings.of(fields);
        try {
            if (isAdded()) {
                phones.add(settings);
            } else {
                phones.change(id, settings, version);
            }
        } catch (SettingsRefusedException e) {
            e.violations().forEach(each -> sayAt(each.field(), each.message()));
            return null;
        } catch (PhoneTakenException e) {
            sayAt(e.field(), words.of("phone.taken"));
            return null;
        } catch (StaleVersionException e) {
            meet();
            return null;
        } catch (UnknownPhoneException e) {
            words.say(FacesMessage.SEVERITY_ERROR, "phone.gone");
            return null;
        }
        words.sayNext(FacesMessage.SEVERITY_INFO, "saved", settings.label());
        return LIST;
    }

    public String remove() {
        try {
            phones.remove(id, version);
        } catch (StaleVersionException e) {
            meet();
            return null;
        } catch (UnknownPhoneException e) {
            words.say(FacesMessage.SEVERITY_ERROR, "phone.gone");
            return null;
        }
        words.sayNext(FacesMessage.SEVERITY_INFO, "phone.removed", base.label());
        return LIST;
    }

    /** Somebody saved first: shows what, and goes on from there. */
    private void meet() {
        Phone present = phones.find(id).orElseThrow(() -> new UnknownPhoneException(id));
        merge = Merge.of(base.fields(), fields, present.settings().fields(), trail.latest("phone", Long.toString(id)));
        show(present);
        fields = new TreeMap<>(merge.merged());
    }

    public void takeTheirs(String field) {
        fields = new TreeMap<>(merge.withTheirs(field, fields));
    }

    private void sayAt(String field, String sentence) {
        words.sayAt("edit:" + field, FacesMessage.SEVERITY_ERROR, sentence);
    }

    public List<UserAccount> getPeople() {
        return accounts.list(AccountFilter.ALL, "", MOST_PEOPLE);
    }

    public List<String> getServers() {
        return servers.list().stream().map(AsteriskServer::getName).toList();
    }

    public PhoneKind[] getKinds() {
        return PhoneKind.values();
    }

    public List<String> getTechnologies() {
        return List.of(Technology.PJSIP.spelling(), Technology.IAX2.spelling(), Technology.DAHDI.spelling());
    }

    /** What is being written, by the names of the API. */
    public Map<String, String> getFields() {
        return fields;
    }

    public boolean isEnabled() {
        return Boolean.parseBoolean(fields.get("enabled"));
    }

    public void setEnabled(boolean enabled) {
        fields.put("enabled", Boolean.toString(enabled));
    }

    public String getTitle() {
        return isAdded() ? words.of("phone.new") : base.label();
    }

    public boolean isAdded() {
        return id == 0;
    }

    public Merge getMerge() {
        return merge;
    }
}
