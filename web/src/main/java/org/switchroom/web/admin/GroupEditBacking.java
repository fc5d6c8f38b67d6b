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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.switchroom.audit.boundary.AuditTrail;
import org.switchroom.common.StaleVersionException;
import org.switchroom.user.boundary.UserGroups;
import org.switchroom.user.control.GroupInUseException;
import org.switchroom.user.control.NameTakenException;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.entity.GroupSettings;
import org.switchroom.user.entity.RightKind;
import org.switchroom.user.entity.UserGroup;
import org.switchroom.user.entity.Violation;
import org.switchroom.web.support.Merge;
import org.switchroom.web.support.Words;

/** Adds a group or changes one. */
@Named("groupEdit")
@ViewScoped
public class GroupEditBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String LIST = "/admin/group/list?faces-redirect=true";

    @Inject
    private transient UserGroups groups;

    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient Words words;

    @Inject
    private transient HttpServletRequest request;

    private final List<RightField> rights =
            Arrays.stream(RightKind.values()).map(RightField::new).toList();
    private boolean added;
    private String name;
    private String description;
    private long version;
    private GroupSettings base = new GroupSettings(null, Map.of());
    private Merge merge;

    @PostConstruct
    void read() {
        Optional<UserGroup> present =
                Optional.ofNullable(request.getParameter("name")).flatMap(groups::find);
        added = present.isEmpty();
        present.ifPresentOrElse(this::show, this::begin);
    }

    private void show(UserGroup group) {
        name = group.getName();
        version = group.getVersion();
        base = group.settings();
        take(base);
    }

    private void begin() {
        take(Optional.ofNullable(request.getParameter("copy"))
                .flatMap(groups::find)
                .map(UserGroup::settings)
                .orElse(base));
    }

    private void take(GroupSettings settings) {
        description = settings.description();
        rights.forEach(field -> field.take(settings));
    }

    private GroupSettings settings() {
        return new GroupSettings(
                description, rights.stream().collect(Collectors.toMap(RightField::getKind, RightField::values)));
    }

    public String save() {
        try {
            if (added) {
                groups.add(name == null ? "" : name.strip(), settings());
            } else {
                groups.change(name, settings(), version);
            }
        } catch (SettingsRefusedException e) {
            e.violations().forEach(this::say);
            return null;
        } catch (NameTakenException e) {
            words.sayAt("edit:name", FacesMessage.SEVERITY_ERROR, words.of("group.taken"));
            return null;
        } catch (StaleVersionException e) {
            meet();
            return null;
        }
        words.sayNext(FacesMessage.SEVERITY_INFO, "saved", name);
        return LIST;
    }

    public String remove() {
        try {
            groups.remove(name, version);
        } catch (GroupInUseException e) {
            words.say(FacesMessage.SEVERITY_ERROR, "group.inUse", name);
            return null;
        } catch (StaleVersionException e) {
            meet();
            return null;
        }
        words.sayNext(FacesMessage.SEVERITY_INFO, "group.removed", name);
        return LIST;
    }

    /** Somebody saved first: shows what, and goes on from there. */
    private void meet() {
        UserGroup present = groups.find(name).orElseThrow();
        merge = Merge.of(
                base.fields(), settings().fields(), present.settings().fields(), trail.latest("user_group", name));
        show(present);
        take(GroupSettings.of(merge.merged()));
    }

    public void takeTheirs(String field) {
        take(GroupSettings.of(merge.withTheirs(field, settings().fields())));
    }

    /** Rights stand in the order of their kinds, so their place is their id. */
    private void say(Violation violation) {
        String id = Arrays.stream(RightKind.values())
                .filter(kind -> GroupSettings.field(kind).equals(violation.field()))
                .map(kind -> "rights:" + kind.ordinal() + ":list")
                .findFirst()
                .orElse(violation.field());
        words.sayAt("edit:" + id, FacesMessage.SEVERITY_ERROR, violation.message());
    }

    public List<RightField> getRights() {
        return rights;
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

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }
}
