package org.switchroom.web.admin.campaign;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.switchroom.campaign.entity.PartKind;

/** Which kind of part the page shows. */
@Named
@RequestScoped
public class PartNav {
    @Inject
    private HttpServletRequest request;

    private PartKind kind;

    @PostConstruct
    void read() {
        String path = request.getParameter("kind");
        kind = path == null ? null : PartKind.at(path).orElse(null);
    }

    /** Null on a page that shows none. */
    public PartKind getKind() {
        return kind;
    }

    public PartKind[] getKinds() {
        return PartKind.values();
    }
}
