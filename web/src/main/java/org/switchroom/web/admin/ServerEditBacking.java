package org.switchroom.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.ami.AmiServer;
import org.switchroom.server.boundary.ServerRegistry;
import org.switchroom.server.boundary.ServerTester;
import org.switchroom.server.control.ConnectionTest;
import org.switchroom.server.control.ServerInvalidException;
import org.switchroom.server.entity.LoginPurpose;
import org.switchroom.server.entity.ServerSettings;
import org.switchroom.web.support.Words;

/** Adds a server or changes one; the test tries what is typed, before it is saved. */
@Named("serverEdit")
@ViewScoped
public class ServerEditBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String LIST = "/admin/server/list?faces-redirect=true";

    @Inject
    private transient ServerRegistry registry;

    @Inject
    private transient ServerTester tester;

    @Inject
    private transient Words words;

    @Inject
    private transient HttpServletRequest request;

    private boolean added;
    private String name;
    private String host;
    private int port = 5038;
    private AmiServer.Transport transport = AmiServer.Transport.PLAIN;
    private boolean enabled = true;
    private int maxOriginatesPerSecond = 20;
    private int maxChannels = 300;
    private List<LoginField> logins = new ArrayList<>();
    private transient ConnectionTest test;

    @PostConstruct
    void read() {
        Optional<ServerSettings> present =
                Optional.ofNullable(request.getParameter("name")).flatMap(registry::settings);
        added = present.isEmpty();
        present.ifPresent(this::take);
        for (LoginPurpose purpose : LoginPurpose.values()) {
            logins.add(new LoginField(
                    purpose,
                    present.map(settings -> settings.logins().get(purpose)).orElse(null)));
        }
    }

    public String save() {
        if (added && registry.find(name == null ? "" : name.strip()).isPresent()) {
            sayAt("name", words.of("server.taken"));
            return null;
        }
        try {
            registry.save(settings());
        } catch (ServerInvalidException e) {
            e.violations().forEach(violation -> sayAt(violation.field(), violation.message()));
            return null;
        }
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        words.say(FacesMessage.SEVERITY_INFO, "server.saved", name);
        return added ? "/admin/server/edit?faces-redirect=true&name=" + name.strip() : LIST;
    }

    public void test() {
        ServerSettings typed = settings();
        List<ServerSettings.Violation> wrong = typed.violations();
        wrong.forEach(violation -> sayAt(violation.field(), violation.message()));
        test = wrong.isEmpty() ? tester.test(typed) : null;
    }

    public String remove() {
        registry.remove(name);
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        words.say(FacesMessage.SEVERITY_INFO, "server.removed", name);
        return LIST;
    }

    private void take(ServerSettings settings) {
        name = settings.name();
        host = settings.host();
        port = settings.port();
        transport = settings.transport();
        enabled = settings.enabled();
        maxOriginatesPerSecond = settings.maxOriginatesPerSecond();
        maxChannels = settings.maxChannels();
    }

    private ServerSettings settings() {
        Map<LoginPurpose, ServerSettings.Login> filled = new EnumMap<>(LoginPurpose.class);
        logins.stream().filter(LoginField::isFilled).forEach(login -> filled.put(login.getPurpose(), login.toLogin()));
        return new ServerSettings(
                strip(name), strip(host), port, transport, enabled, maxOriginatesPerSecond, maxChannels, filled);
    }

    /** The field's id on the page is the column's name, with a dash where an id may hold no dot; logins are numbered by their place. */
    private void sayAt(String field, String sentence) {
        String[] parts = field.split("\\.");
        String id = parts[0];
        if (parts.length > 1) {
            String part = parts.length > 2 ? parts[2] : "user";
            id = "logins:" + LoginPurpose.valueOf(parts[1]).ordinal() + ":" + part;
        }
        words.sayAt("edit:" + id, FacesMessage.SEVERITY_ERROR, sentence);
    }

    private static String strip(String typed) {
        return typed == null ? null : typed.strip();
    }

    public boolean isAdded() {
        return added;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getHost() {
        return host;
    }

    public void setHost(String host) {
        this.host = host;
    }

    public int getPort() {
        return port;
    }

    public void setPort(int port) {
        this.port = port;
    }

    public AmiServer.Transport getTransport() {
        return transport;
    }

    public void setTransport(AmiServer.Transport transport) {
        this.transport = transport;
    }

    public AmiServer.Transport[] getTransports() {
        return AmiServer.Transport.values();
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public int getMaxOriginatesPerSecond() {
        return maxOriginatesPerSecond;
    }

    public void setMaxOriginatesPerSecond(int maxOriginatesPerSecond) {
        this.maxOriginatesPerSecond = maxOriginatesPerSecond;
    }

    public int getMaxChannels() {
        return maxChannels;
    }

    public void setMaxChannels(int maxChannels) {
        this.maxChannels = maxChannels;
    }

    public List<LoginField> getLogins() {
        return logins;
    }

    public ConnectionTest getTest() {
        return test;
    }
}
