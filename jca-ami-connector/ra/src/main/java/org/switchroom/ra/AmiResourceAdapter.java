package org.switchroom.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.transaction.xa.XAResource;
import org.switchroom.ra.inbound.EventStreams;
import org.switchroom.ra.outbound.CommandConnections;

/**
 * The adapter itself: what the container configures, starts and stops. Needs no work manager; its threads are named {@code
 * ami-...} and end within two seconds of its stop.
 */
@Connector(
        displayName = "Switchroom AMI",
        eisType = "Asterisk Manager Interface",
        vendorName = "Switchroom",
        version = "1.0",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class AmiResourceAdapter implements ResourceAdapter, Serializable {
    private static final long serialVersionUID = 1L;

    @ConfigProperty(
            type = Integer.class,
            defaultValue = "20000",
            description = "Most signals of one server that wait for delivery in memory; more go to disk")
    private Integer bufferSignals = 20_000;

    @ConfigProperty(
            type = Long.class,
            defaultValue = "16777216",
            description = "Most bytes of events of one server that wait for delivery in memory")
    private Long bufferBytes = 16L << 20;

    @ConfigProperty(
            type = String.class,
            description =
                    "Folder for signals that find no room in memory; without one the server's folder for temporary files")
    private String spillFolder;

    @ConfigProperty(
            type = Long.class,
            defaultValue = "2147483648",
            description = "Most bytes of one server there; more are dropped and counted")
    private Long spillBytes = 2L << 30;

    @ConfigProperty(type = Integer.class, defaultValue = "500", description = "Most signals in one delivery")
    private Integer batchSignals = 500;

    @ConfigProperty(
            type = Integer.class,
            defaultValue = "800",
            description = "Between the Pings of an event stream; one that misses two is silent")
    private Integer eventPingIntervalMillis = 800;

    @ConfigProperty(
            type = Integer.class,
            defaultValue = "1000",
            description = "Silence in spite of a Ping, or an event held back, for longer than this is a pause")
    private Integer shortestPauseMillis = 1000;

    @ConfigProperty(type = Integer.class, defaultValue = "2000", description = "For connecting to a server")
    private Integer connectTimeoutMillis = 2000;

    @ConfigProperty(type = Integer.class, defaultValue = "5000", description = "From greeting to answered login")
    private Integer loginTimeoutMillis = 5000;

    @ConfigProperty(
            type = Boolean.class,
            defaultValue = "true",
            description = "Whether a TLS certificate must be issued for the server's host")
    private Boolean verifyHostName = true;

    private transient volatile Adapter adapter;

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        AdapterSettings settings = settings();
        adapter = new Adapter(
                settings,
                new SessionLines(settings),
                Clock.systemUTC(),
                context.getTransactionSynchronizationRegistry());
        AdapterLogger.LOG.started();
    }

    private AdapterSettings settings() throws ResourceAdapterInternalException {
        try {
            return new AdapterSettings(
                    bufferSignals,
                    bufferBytes,
                    spillFolder == null || spillFolder.isBlank() ? AdapterSettings.ownFolder() : Path.of(spillFolder),
                    spillBytes,
                    batchSignals,
                    Duration.ofMillis(eventPingIntervalMillis),
                    Duration.ofMillis(shortestPauseMillis),
                    Duration.ofMillis(connectTimeoutMillis),
                    Duration.ofMillis(loginTimeoutMillis),
                    verifyHostName);
        } catch (IllegalArgumentException e) {
            throw new ResourceAdapterInternalException(e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        Adapter last = adapter;
        adapter = null;
        if (last != null) {
            last.close();
            AdapterLogger.LOG.stopped();
        }
    }

    @Override
    public void endpointActivation(MessageEndpointFactory endpoints, ActivationSpec spec) throws ResourceException {
        streams().activate(endpoints);
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory endpoints, ActivationSpec spec) {
        Adapter current = adapter;
        if (current != null) {
            current.streams().deactivate(endpoints);
        }
    }

    /** None: there is nothing to recover in AMI. */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    public EventStreams streams() {
        return started().streams();
    }

    public CommandConnections connections() {
        return started().connections();
    }

    private Adapter started() {
        Adapter current = adapter;
        if (current == null) {
            throw new IllegalStateException("the AMI resource adapter is not started");
        }
        return current;
    }

    public Integer getBufferSignals() {
        return bufferSignals;
    }

    public void setBufferSignals(Integer bufferSignals) {
        this.bufferSignals = bufferSignals;
    }

    public Long getBufferBytes() {
        return bufferBytes;
    }

    public void setBufferBytes(Long bufferBytes) {
        this.bufferBytes = bufferBytes;
    }

    public String getSpillFolder() {
        return spillFolder;
    }

    public void setSpillFolder(String spillFolder) {
        this.spillFolder = spillFolder;
    }

    public Long getSpillBytes() {
        return spillBytes;
    }

    public void setSpillBytes(Long spillBytes) {
        this.spillBytes = spillBytes;
    }

    public Integer getBatchSignals() {
        return batchSignals;
    }

    public void setBatchSignals(Integer batchSignals) {
        this.batchSignals = batchSignals;
    }

    public Integer getEventPingIntervalMillis() {
        return eventPingIntervalMillis;
    }

    public void setEventPingIntervalMillis(Integer eventPingIntervalMillis) {
        this.eventPingIntervalMillis = eventPingIntervalMillis;
    }

    public Integer getShortestPauseMillis() {
        return shortestPauseMillis;
    }

    public void setShortestPauseMillis(Integer shortestPauseMillis) {
        this.shortestPauseMillis = shortestPauseMillis;
    }

    public Integer getConnectTimeoutMillis() {
        return connectTimeoutMillis;
    }

    public void setConnectTimeoutMillis(Integer connectTimeoutMillis) {
        this.connectTimeoutMillis = connectTimeoutMillis;
    }

    public Integer getLoginTimeoutMillis() {
        return loginTimeoutMillis;
    }

    public void setLoginTimeoutMillis(Integer loginTimeoutMillis) {
        this.loginTimeoutMillis = loginTimeoutMillis;
    }

    public Boolean getVerifyHostName() {
        return verifyHostName;
    }

    public void setVerifyHostName(Boolean verifyHostName) {
        this.verifyHostName = verifyHostName;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
