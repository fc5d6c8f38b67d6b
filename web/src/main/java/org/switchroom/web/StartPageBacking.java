package org.switchroom.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Sends each role to the page it works with; who has none stays and is told so. */
@Named("startPage")
@RequestScoped
public class StartPageBacking {
    @Inject
    private HttpServletRequest request;

    public String choose() {
        boolean supervises = request.isUserInRole("supervisor") || request.isUserInRole("admin");
        return supervises ? "/supervisor/queue?faces-redirect=true" : null;
    }
}
