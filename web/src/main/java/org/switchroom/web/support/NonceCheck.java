package org.switchroom.web.support;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses a form that names another nonce than the one with which its page was drawn, before anything is done with it. PrimeFaces compares them only when it
 * draws the answer, by then the form has been carried out, and what it throws is an error of the server.
 */
public class NonceCheck implements PhaseListener {
    private static final long serialVersionUID = 1L;
    private static final int FORBIDDEN = 403;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        if (context.isPostback()
                && drawnWith(context)
                        .filter(drawn -> !drawn.equals(named(context)))
                        .isPresent()) {
            context.getExternalContext().setResponseStatus(FORBIDDEN);
            context.responseComplete();
        }
    }

    private static String named(FacesContext context) {
        return context.getExternalContext().getRequestParameterMap().get(SecurityHeaders.NONCE);
    }

    /** Empty for a page that keeps no state, and if there is no page any more. */
    private static Optional<String> drawnWith(FacesContext context) {
        return Optional.ofNullable(context.getViewRoot())
                .map(NonceCheck::viewMap)
                .map(view -> (String) view.get(SecurityHeaders.NONCE));
    }

    private static Map<String, Object> viewMap(UIViewRoot page) {
        return page.getViewMap(false);
    }
}
