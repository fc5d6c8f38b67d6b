package org.switchroom.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
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

    public void removeEndpoint(Endpoint endpoint) {
        ifThere(() -> directory.removeEndpoint(endpoint.id()));
    }

    public void removeContext(AllowedContext allowed) {
        ifThere(() -> directory.removeContext(allowed.id()));
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

    public Technology[] getTechnologies() {
        return Technology.values();
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
}
