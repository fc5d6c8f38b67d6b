package org.switchroom.web.admin;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.user.boundary.Accounts;
import org.switchroom.user.boundary.TokenBook;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.control.UnknownNameException;
import org.switchroom.user.entity.AccountFilter;
import org.switchroom.user.entity.TokenScope;
import org.switchroom.user.entity.TokenSettings;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.user.entity.Violation;
import org.switchroom.web.api.ApiArea;
import org.switchroom.web.support.Look;
import org.switchroom.web.support.Words;

/** Makes a token and shows its secret once. */
@Named("tokenNew")
@ViewScoped
public class TokenNewBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_ACCOUNTS = 5000;
    private static final Duration USUAL_LIFE = Duration.ofDays(365);

    @Inject
    private transient TokenBook tokens;

    @Inject
    private transient Accounts accounts;

    @Inject
    private transient DatabaseTime time;

    @Inject
    private transient Look look;

    @Inject
    private transient Words words;

    private final List<AreaField> areas =
            ApiArea.ALL.stream().map(AreaField::new).toList();
    private String user;
    private String label;
    private boolean mayWrite;
    private String expires;
    private transient String secret;

    public void issue() {
        try {
            secret = null;
            TokenScope scope = new TokenScope(mayWrite, chosen());
            secret = tokens.issue(user == null ? "" : user, new TokenSettings(label, scope, end()))
                    .secret();
            words.say(FacesMessage.SEVERITY_INFO, "token.made", label);
        } catch (SettingsRefusedException e) {
            e.violations().forEach(this::say);
        } catch (UnknownNameException e) {
            words.sayAt("edit:user", FacesMessage.SEVERITY_ERROR, words.of("token.noUser"));
        }
    }

    private Set<String> chosen() {
        return areas.stream()
                .filter(AreaField::isChosen)
                .map(AreaField::getArea)
                .collect(Collectors.toSet());
    }

    /** The end of the last day, where the administrator is. */
    private Instant end() {
        if (expires == null || expires.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(expires)
                    .plusDays(1)
                    .atStartOfDay(look.getZone())
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new SettingsRefusedException("expires_at", words.of("token.noDay"));
        }
    }

    private void say(Violation violation) {
        words.sayAt("edit:" + violation.field(), FacesMessage.SEVERITY_ERROR, violation.message());
    }

    public List<String> getUsers() {
        return accounts.list(AccountFilter.ALL.withEnabled(true), "", MOST_ACCOUNTS).stream()
                .map(UserAccount::getName)
                .toList();
    }

    public List<AreaField> getAreas() {
        return areas;
    }

    /** Null except in the answer to the press that made it. */
    public String getSecret() {
        return secret;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public boolean isMayWrite() {
        return mayWrite;
    }

    public void setMayWrite(boolean mayWrite) {
        this.mayWrite = mayWrite;
    }

    public String getExpires() {
        return Optional.ofNullable(expires)
                .orElseGet(() -> LocalDate.ofInstant(time.now().plus(USUAL_LIFE), look.getZone())
                        .toString());
    }

    public void setExpires(String expires) {
        this.expires = expires == null ? "" : expires;
    }
}
