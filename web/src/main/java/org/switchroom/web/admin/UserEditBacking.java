package org.switchroom.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchroom.audit.boundary.AuditTrail;
import org.switchroom.common.StaleVersionException;
import org.switchroom.user.boundary.Accounts;
import org.switchroom.user.boundary.UserGroups;
import org.switchroom.user.control.LastAdministratorException;
import org.switchroom.user.control.NameTakenException;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.entity.AccountSettings;
import org.switchroom.user.entity.Role;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.user.entity.UserGroup;
import org.switchroom.web.support.Merge;
import org.switchroom.web.support.Words;

/** Adds a person, copies one or changes one. */
@Named("userEdit")
@ViewScoped
public class UserEditBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_GROUPS = 1000;
    private static final AccountSettings NEW = new AccountSettings("", Set.of(Role.AGENT), null, true, null);

    @Inject
    private transient Accounts accounts;

    @Inject
    private transient UserGroups groups;

    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient Words words;

    @Inject
    private transient HttpServletRequest request;

    private final List<RoleField> roles =
            Arrays.stream(Role.values()).map(RoleField::new).toList();
    private boolean added;
    private String name;
    private String fullName;
    private String group;
    private boolean enabled;
    private String databaseAccount;
    private String password;
    private long version;
    private AccountSettings base;
    private Merge merge;

    @PostConstruct
    void read() {
        Optional<UserAccount> present =
                Optional.ofNullable(request.getParameter("name")).flatMap(accounts::find);
        added = present.isEmpty();
        present.ifPresentOrElse(this::show, this::begin);
    }

    private void show(UserAccount account) {
        name = account.getName();
        version = account.getVersion();
        base = account.settings();
        take(base);
    }

    /** A copy has the same roles and group, and a name of its own. */
    private void begin() {
        AccountSettings like = Optional.ofNullable(request.getParameter("copy"))
                .flatMap(accounts::find)
                .map(UserAccount::settings)
                .orElse(NEW);
        take(new AccountSettings("", like.roles(), like.group(), true, null));
    }

    private void take(AccountSettings settings) {
        fullName = settings.fullName();
        group = settings.group();
        enabled = settings.enabled();
        databaseAccount = settings.databaseAccount();
        roles.forEach(field -> field.setGiven(settings.roles().contains(field.getRole())));
    }

    private AccountSettings settings() {
        Set<Role> given = roles.stream()
                .filter(RoleField::isGiven)
                .map(RoleField::getRole)
                .collect(Collectors.toSet());
        return new AccountSettings(fullName, given, group, enabled, databaseAccount);
    }

    public String save() {
        try {
            if (added) {
                accounts.add(name == null ? "" : name.strip(), settings(), password);
            } else {
                accounts.change(name, settings(), version);
            }
        } catch (SettingsRefusedException e) {
            e.violations().forEach(each -> sayAt(each.field(), each.message()));
            return null;
        } catch (NameTakenException e) {
            sayAt("name", words.of("user.taken"));
            return null;
        } catch (LastAdministratorException e) {
            words.say(FacesMessage.SEVERITY_ERROR, "user.lastAdministrator");
            return null;
        } catch (StaleVersionException e) {
            meet();
            return null;
        }
        words.sayNext(FacesMessage.SEVERITY_INFO, "saved", name);
        return "/admin/user/list?faces-redirect=true";
    }

    /** Somebody saved first: shows what, and goes on from there. */
    private void meet() {
        UserAccount present = accounts.find(name).orElseThrow();
        merge = Merge.of(
                base.fields(), settings().fields(), present.settings().fields(), trail.latest("user_account", name));
        show(present);
        take(AccountSettings.of(merge.merged()));
    }

    public void takeTheirs(String field) {
        take(AccountSettings.of(merge.withTheirs(field, settings().fields())));
    }

    /** Gives another password, good for one sign-in. */
    public void newPassword() {
        try {
            accounts.setPassword(name, password);
            words.say(FacesMessage.SEVERITY_INFO, "user.passwordSet", name);
        } catch (SettingsRefusedException e) {
            words.say(
                    FacesMessage.SEVERITY_ERROR,
                    "user.passwordRefused",
                    e.violations().get(0).message());
        }
    }

    public void unlock() {
        accounts.unlock(name);
        words.say(FacesMessage.SEVERITY_INFO, "user.unlocked", name);
    }

    private void sayAt(String field, String sentence) {
        words.sayAt("edit:" + field, FacesMessage.SEVERITY_ERROR, sentence);
    }

    public List<String> getGroups() {
        return groups.list("", MOST_GROUPS).stream().map(UserGroup::getName).toList();
    }

    public List<RoleField> getRoles() {
        return roles;
    }

    public Merge getMerge() {
        return merge;
    }

    public boolean isAdded() {
        return added;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public String getDatabaseAccount() {
        return databaseAccount;
    }

    public void setDatabaseAccount(String databaseAccount) {
        this.databaseAccount = databaseAccount;
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
