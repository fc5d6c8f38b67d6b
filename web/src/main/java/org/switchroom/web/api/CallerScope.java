package org.switchroom.web.api;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.switchroom.user.entity.TokenScope;

/** What the token of the request is for; nothing before it was looked at. */
@RequestScoped
public class CallerScope {
    private TokenScope scope = new TokenScope(false, Set.of("nothing"));

    public TokenScope scope() {
        return scope;
    }

    public void become(TokenScope other) {
        scope = other;
    }
}
