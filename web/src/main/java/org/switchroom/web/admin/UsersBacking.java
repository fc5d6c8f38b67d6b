package org.switchroom.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.user.boundary.Accounts;
import org.switchroom.user.entity.AccountFilter;
import org.switchroom.user.entity.Role;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.web.support.Words;

/** The list of people and programs that may sign in. */
@Named("users")
@ViewScoped
public class UsersBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 5000;

    @Inject
    private transient Accounts accounts;

    @Inject
    private transient DatabaseTime time;

    @Inject
    private transient Words words;

    private transient List<UserAccount> list;
    private String text;
    private Role role;
    private Boolean enabled;

    public void search() {
        list = null;
    }

    public void choose(Role wanted) {
        role = wanted;
        search();
    }

    public List<UserAccount> getList() {
        if (list == null) {
            AccountFilter filter =
                    AccountFilter.ALL.withText(text).withRole(role).withEnabled(enabled);
            list = accounts.list(filter, "", MOST);
        }
        return list;
    }

    /** ACTIVE, LOCKED for a while, OFF, or ERASED. */
    public String state(UserAccount account) {
        if (account.isErased()) {
            return "ERASED";
        }
        if (!account.isEnabled()) {
            return "OFF";
        }
        return account.isLocked(time.now()) ? "LOCKED" : "ACTIVE";
    }

    public String roles(UserAccount account) {
        return account.settings().roleWords().stream()
                .map(word -> words.term("role", word))
                .collect(Collectors.joining(", "));
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public Role getRole() {
        return role;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Boolean getEnabled() {
        return enabled;
    }

    public void setEnabled(Boolean enabled) {
        this.enabled = enabled;
    }
}
