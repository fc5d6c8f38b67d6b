package org.switchroom.server.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.switchroom.ami.AmiServer;

/** One Asterisk server that Switchroom talks to. */
@Entity
@Table(name = "asterisk_server")
public class AsteriskServer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, updatable = false)
    private String name;

    @Column(nullable = false)
    private String host;

    private int port;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AmiServer.Transport transport;

    private boolean enabled;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ServerState state = ServerState.CONNECTING;

    @Column(name = "state_reason")
    private String stateReason;

    @Column(name = "state_since", nullable = false)
    private Instant stateSince;

    @Column(name = "asterisk_version")
    private String asteriskVersion;

    @Column(name = "ami_version")
    private String amiVersion;

    @Column(name = "max_originates_per_second")
    private int maxOriginatesPerSecond;

    @Column(name = "max_channels")
    private int maxChannels;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "asterisk_login", joinColumns = @JoinColumn(name = "server_id"))
    @MapKeyColumn(name = "purpose")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<LoginPurpose, AsteriskLogin> logins = new HashMap<>();

    protected AsteriskServer() {}

    public AsteriskServer(String name, Instant at) {
        this.name = name;
        this.stateSince = at;
        this.createdAt = at;
        this.changedAt = at;
    }

    /** Takes over what an administrator may set. */
    public void configure(ServerSettings settings, Instant at) {
        host = settings.host();
        port = settings.port();
        transport = settings.transport();
        maxOriginatesPerSecond = settings.maxOriginatesPerSecond();
        maxChannels = settings.maxChannels();
        setEnabled(settings.enabled(), at);
        changedAt = at;
    }

    /** Sets the user and, if given, the sealed secret of a login; a null secret keeps the present one. */
    public void login(LoginPurpose purpose, String user, String sealedSecret) {
        String kept = login(purpose).map(AsteriskLogin::getSealedSecret).orElse("");
        logins.put(purpose, new AsteriskLogin(user, sealedSecret == null ? kept : sealedSecret));
    }

    public void removeLogin(LoginPurpose purpose) {
        logins.remove(purpose);
    }

    public void setEnabled(boolean enabled, Instant at) {
        this.enabled = enabled;
        state = enabled ? ServerState.CONNECTING : ServerState.DISABLED;
        stateReason = null;
        stateSince = at;
    }

    public Optional<AsteriskLogin> login(LoginPurpose purpose) {
        return Optional.ofNullable(logins.get(purpose));
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getHost() {
        return host;
    }

    public int getPort() {
        return port;
    }

    public AmiServer.Transport getTransport() {
        return transport;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public ServerState getState() {
        return state;
    }

    public String getStateReason() {
        return stateReason;
    }

    public Instant getStateSince() {
        return stateSince;
    }

    public String getAsteriskVersion() {
        return asteriskVersion;
    }

    public String getAmiVersion() {
        return amiVersion;
    }

    public int getMaxOriginatesPerSecond() {
        return maxOriginatesPerSecond;
    }

    public int getMaxChannels() {
        return maxChannels;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public int getVersion() {
        return version;
    }
}
