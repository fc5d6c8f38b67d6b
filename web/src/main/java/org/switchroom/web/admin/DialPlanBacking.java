package org.switchroom.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.switchroom.endpoint.boundary.EndpointDirectory;
import org.switchroom.endpoint.boundary.UnknownEndpointException;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.EndpointKind;
import org.switchroom.endpoint.entity.InvalidEndpointException;
import org.switchroom.endpoint.entity.Technology;
import org.switchroom.web.support.Words;

/** What may be dialled on one server: its trunks and phones, and the contexts that rows of others may send calls to. */
@Named("dialPlan")
@ViewScoped
public class DialPlanBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient EndpointDirectory directory;

    @Inject
    private transient Words words;

    @Inject
    private transient HttpServletRequest request;

    private String server;
    private Technology technology = Technology.PJSIP;
    private EndpointKind kind = EndpointKind.TRUNK;
    private String name;
    private String digits;
    private String context;
    private String exten;
    private boolean everywhere;
    private String asked = "";
    private Long askedEndpoint;
    private Long askedContext;

    @PostConstruct
    void read() {
        server = request.getParameter("name");
    }

    public void addEndpoint() {
        try {
            directory.add(
                    kind == EndpointKind.TRUNK
                            ? Endpoint.trunk(server, technology, name, digits)
                            : Endpoint.phone(server, technology, name));
            name = null;
            digits = null;
        } catch (InvalidEndpointException e) {
            say("endpoints:" + (e.field().equals("digits_pattern") ? "digits" : "name"), e);
        }
    }

    public void addContext() {
        try {
            directory.add(new AllowedContext(everywhere ? AllowedContext.EVERY_SERVER : server, context, exten));
            context = null;
            exten = null;
        } catch (InvalidEndpointException e) {
            say("contexts:" + (e.field().equals("exten_pattern") ? "exten" : "context"), e);
        }
    }

    public void switchEndpoint(Endpoint endpoint) {
        ifThere(() ->
                directory.changeEndpoint(endpoint.id(), endpoint.enabled() ? Endpoint::disable : Endpoint::enable));
    }

    /** Asks before an endpoint is removed. */
    public void askEndpoint(Endpoint endpoint) {
        asked = endpoint.technology().spelling() + "/" + endpoint.name();
        askedEndpoint = endpoint.id();
        askedContext = null;
    }

    /** Asks before a context is closed. */
    public void askContext(AllowedContext allowed) {
        asked = allowed.context() + ", " + allowed.extenPattern();
        askedContext = allowed.id();
        askedEndpoint = null;
    }

    /** Removes what was asked about, once. */
    public void remove() {
        Long endpoint = askedEndpoint;
        Long allowed = askedContext;
        askedEndpoint = null;
        askedContext = null;
        if (endpoint != null) {
            ifThere(() -> directory.removeEndpoint(endpoint));
        }
        if (allowed != null) {
            ifThere(() -> directory.removeContext(allowed));
        }
    }

    private void ifThere(Runnable change) {
        try {
            change.run();
        } catch (UnknownEndpointException e) {
            words.say(FacesMessage.SEVERITY_INFO, "dialPlan.gone");
        }
    }

    private void say(String clientId, InvalidEndpointException refused) {
        words.sayAt(clientId, FacesMessage.SEVERITY_ERROR, refused.getMessage());
    }

    public List<Endpoint> getEndpoints() {
        return directory.endpointsOf(server);
    }

    public List<AllowedContext> getContexts() {
        return directory.contextsOf(server);
    }

    /** Those that have endpoints; a Local channel has a context. */
    public Set<Technology> getTechnologies() {
        return EnumSet.complementOf(EnumSet.of(Technology.LOCAL));
    }

    public EndpointKind[] getKinds() {
        return EndpointKind.values();
    }

    public Technology getTechnology() {
        return technology;
    }

    public void setTechnology(Technology technology) {
        this.technology = technology;
    }

    public EndpointKind getKind() {
        return kind;
    }

    public void setKind(EndpointKind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDigits() {
        return digits;
    }

    public void setDigits(String digits) {
        this.digits = digits;
    }

    public String getContext() {
        return context;
    }

    public void setContext(String context) {
        this.context = context;
    }

    public String getExten() {
        return exten;
    }

    public void setExten(String exten) {
        this.exten = exten;
    }

    public boolean isEverywhere() {
        return everywhere;
    }

    public void setEverywhere(boolean everywhere) {
        this.everywhere = everywhere;
    }

    /** What is to be removed, as it stands in the list. */
    public String getAsked() {
        return asked;
    }
}
