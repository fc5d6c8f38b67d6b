package org.switchroom.web.admin;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.switchroom.common.SituationException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.user.boundary.TokenBook;
import org.switchroom.user.entity.ApiToken;
import org.switchroom.web.support.Words;

/** The list of tokens, and the end of one. */
@Named("tokens")
@ViewScoped
public class TokensBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 1000;

    @Inject
    private transient TokenBook tokens;

    @Inject
    private transient DatabaseTime time;

    @Inject
    private transient Words words;

    private transient List<ApiToken> list;
    private Long asked;
    private String askedLabel = "";

    public List<ApiToken> getList() {
        if (list == null) {
            list = tokens.list(Optional.empty(), Long.MAX_VALUE, MOST);
        }
        return list;
    }

    /** ACTIVE, EXPIRED, REVOKED, or OFF because its owner's account is. */
    public String state(ApiToken token) {
        if (token.getRevokedAt() != null) {
            return "REVOKED";
        }
        if (!token.getAccount().isEnabled()) {
            return "OFF";
        }
        return token.isGood(time.now()) ? "ACTIVE" : "EXPIRED";
    }

    /** What it may, in words. */
    public String scope(ApiToken token) {
        var scope = token.settings().scope();
        String areas = scope.areas().isEmpty()
                ? words.of("token.everywhere")
                : new TreeSet<>(scope.areas()).stream().collect(Collectors.joining(", "));
        return words.of(scope.mayWrite() ? "token.writes" : "token.reads", areas);
    }

    /** Asks before a token is ended. */
    public void ask(ApiToken token) {
        asked = token.getId();
        askedLabel = token.settings().label();
    }

    public void revoke() {
        Long id = asked;
        asked = null;
        if (id == null) {
            return;
        }
        try {
            tokens.revoke(id);
            words.say(FacesMessage.SEVERITY_INFO, "token.revoked", askedLabel);
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, e.getMessage());
        }
        list = null;
    }

    public String getAskedLabel() {
        return askedLabel;
    }
}
