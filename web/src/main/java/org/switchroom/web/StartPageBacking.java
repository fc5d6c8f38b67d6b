package org.switchroom.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.switchroom.setup.boundary.FirstSteps;

/** Sends each role to the page it works with, and an administrator to the first steps while there are any; who has none stays and is told so. */
@Named("startPage")
@RequestScoped
public class StartPageBacking {
    @Inject
    private HttpServletRequest request;

    @Inject
    private FirstSteps firstSteps;

    public String choose() {
        boolean administers = request.isUserInRole("admin");
        if (administers && firstSteps.state().isOffered()) {
            return "/admin/first-steps?faces-redirect=true";
        }
        boolean supervises = administers || request.isUserInRole("supervisor");
        return supervises ? "/supervisor/queue?faces-redirect=true" : null;
    }
}
