package org.switchroom.web.supervisor;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import org.primefaces.PrimeFaces;
import org.switchroom.endpoint.boundary.EndpointDirectory;
import org.switchroom.endpoint.control.DialString;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.EndpointKind;
import org.switchroom.queue.boundary.ActionQueue;
import org.switchroom.queue.catalogue.ActionCatalogue;
import org.switchroom.queue.catalogue.ActionRefusedException;
import org.switchroom.queue.catalogue.ActionSpec;
import org.switchroom.queue.entity.ActionRequest;
import org.switchroom.queue.entity.Submitted;
import org.switchroom.web.support.DatabaseReach;
import org.switchroom.web.support.Words;

/** Submits an action by a form; what the queue has against it stands at the field that it names. */
@Named("submit")
@ViewScoped
public class SubmitBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ActionQueue queue;

    @Inject
    private transient DatabaseReach reach;

    @Inject
    private transient EndpointDirectory directory;

    @Inject
    private transient Words words;

    @Inject
    private transient HttpServletRequest request;

    private String server;
    private String action = "Originate";
    private String endpoint;
    private String number;
    private Integer priority;
    private boolean expert;
    private String json = "{}";
    private String problem;
    private SubmitForm form;

    @PostConstruct
    public void chooseAction() {
        form = new SubmitForm(action);
        problem = null;
        if (server == null) {
            server = getServers().stream().findFirst().orElse(null);
        }
    }

    public void submit() {
        problem = reach.isAway() ? words.of("queue.notNow") : null;
        if (problem != null) {
            return;
        }
        form.fields().forEach(field -> field.refuse(null));
        try {
            spellChannel();
            String headers = expert ? json : form.headers();
            Submitted submitted = queue.submit(
                    new ActionRequest(server, action, headers, priority, null, null, null), request.getRemoteUser());
            words.say(FacesMessage.SEVERITY_INFO, "submit.done", submitted.id());
            form = new SubmitForm(action);
            PrimeFaces.current().executeScript("swClose('submit')");
        } catch (ActionRefusedException e) {
            form.field(expert ? "" : e.field())
                    .ifPresentOrElse(field -> field.refuse(e.getMessage()), () -> problem = e.getMessage());
        }
    }

    public void toggleExpert() {
        spellChannel();
        json = expert ? form.headers() : json;
    }

    private void spellChannel() {
        if (isDialled()) {
            String dialled = number == null || number.isBlank() ? "" : number.strip();
            form.field("Channel")
                    .ifPresent(field -> field.setValue(endpoint == null ? "" : spelled(endpoint, dialled)));
        }
    }

    private String spelled(String chosen, String digits) {
        return getEndpoints().stream()
                .filter(each -> spelling(each).equals(chosen) && each.kind() == EndpointKind.TRUNK)
                .findFirst()
                .map(trunk -> DialString.typed(trunk.technology(), trunk.name(), digits))
                .orElse(chosen);
    }

    public String spelling(Endpoint each) {
        return each.technology().spelling() + "/" + each.name();
    }

    /** Whether the channel is chosen by endpoint and number, not typed. */
    public boolean isDialled() {
        return "Originate".equals(action) && !expert;
    }

    public List<SubmitField> getFields() {
        return form.fields().stream()
                .filter(field -> !(isDialled() && field.getName().equals("Channel")))
                .toList();
    }

    public String getChannelProblem() {
        return form.field("Channel").map(SubmitField::getProblem).orElse(null);
    }

    public List<String> getServers() {
        return reach.getServers();
    }

    public List<Endpoint> getEndpoints() {
        return server == null
                ? List.of()
                : reach.read(() -> directory.endpointsOf(server), List.<Endpoint>of()).stream()
                        .filter(Endpoint::enabled)
                        .toList();
    }

    public List<AllowedContext> getContexts() {
        return server == null ? List.of() : reach.read(() -> directory.contextsOf(server), List.of());
    }

    public List<String> getActions() {
        return ActionCatalogue.all().stream().map(ActionSpec::name).toList();
    }

    public String getServer() {
        return server;
    }

    public void setServer(String server) {
        this.server = server;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getEndpoint() {
        return endpoint;
    }

    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public Integer getPriority() {
        return priority;
    }

    public void setPriority(Integer priority) {
        this.priority = priority;
    }

    public boolean isExpert() {
        return expert;
    }

    public void setExpert(boolean expert) {
        this.expert = expert;
    }

    public String getJson() {
        return json;
    }

    public void setJson(String json) {
        this.json = json;
    }

    public String getProblem() {
        return problem;
    }
}
