package org.switchroom.endpoint.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.switchroom.common.Quoted;

/** A trunk or a phone of one server. What has no row here can't be dialled. */
@Entity
@Table(name = "endpoint")
public class Endpoint {
    /** What the name of an endpoint may look like: it becomes part of a dial string. */
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,80}");

    /** Asterisk: chan_dahdi takes a channel, a group with the order in which it is searched, or a span. */
    private static final Pattern DAHDI_NAME = Pattern.compile("[gGrR][0-9]{1,2}|i[0-9]{1,3}|[0-9]{1,4}");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "server_name", nullable = false, length = 64)
    private String serverName;

    @Convert(converter = TechnologyConverter.class)
    @Column(name = "technology", nullable = false, length = 16)
    private Technology technology;

    @Column(name = "name", nullable = false, length = 80)
    private String name;

    @Convert(converter = EndpointKindConverter.class)
    @Column(name = "kind", nullable = false, length = 8)
    private EndpointKind kind;

    @Column(name = "digits_pattern", length = 200)
    private String digitsPattern;

    @Column(name = "max_originates_per_second")
    private Integer maxOriginatesPerSecond;

    @Column(name = "enabled", nullable = false)
    private boolean enabled = true;

    /** For JPA only. A row that was inserted by SQL comes in by this way, unchecked: see {@link #requireValid()}. */
    protected Endpoint() {}

    private Endpoint(String serverName, Technology technology, String name, EndpointKind kind, String digitsPattern) {
        this.serverName = serverName;
        this.technology = technology;
        this.name = name;
        this.kind = kind;
        this.digitsPattern = digitsPattern;
        requireValid();
    }

    /**
     * A trunk: digits that match the pattern whole are dialled through it.
     *
     * @throws InvalidEndpointException naming the field and the reason
     */
    public static Endpoint trunk(String serverName, Technology technology, String name, String digitsPattern) {
        return new Endpoint(serverName, technology, name, EndpointKind.TRUNK, digitsPattern);
    }

    /**
     * A phone: it is rung itself.
     *
     * @throws InvalidEndpointException naming the field and the reason
     */
    public static Endpoint phone(String serverName, Technology technology, String name) {
        return new Endpoint(serverName, technology, name, EndpointKind.PHONE, null);
    }

    /** Other digits for this trunk; the old ones stay if these are refused. */
    public void allowDigits(String pattern) {
        if (kind != EndpointKind.TRUNK) {
            throw new InvalidEndpointException("digits_pattern", "only a trunk has digits");
        }
        SafePattern.parse("digits_pattern", pattern);
        digitsPattern = pattern;
    }

    /** At most so many Originates a second, 1 to 1000. */
    public void limitOriginates(int perSecond) {
        if (perSecond < 1 || perSecond > 1000) {
            throw new InvalidEndpointException("max_originates_per_second", "must be 1 to 1000");
        }
        maxOriginatesPerSecond = perSecond;
    }

    /** No limit but the server's. */
    public void unlimitOriginates() {
        maxOriginatesPerSecond = null;
    }

    public void enable() {
        enabled = true;
    }

    public void disable() {
        enabled = false;
    }

    /**
     * Checks the row as a whole, for rows that came into the table by SQL.
     *
     * @throws InvalidEndpointException naming the field and the reason
     */
    public void requireValid() {
        if (serverName == null || serverName.isBlank()) {
            throw new InvalidEndpointException("server_name", "is missing");
        }
        if (technology == null) {
            throw new InvalidEndpointException("technology", "must be PJSIP, IAX2 or DAHDI");
        }
        if (technology == Technology.LOCAL) {
            throw new InvalidEndpointException(
                    "technology",
                    "a Local channel has no endpoint: allow its context instead, and dial Local/<exten>@<context>");
        }
        if (kind == null) {
            throw new InvalidEndpointException("kind", "must be TRUNK or PHONE");
        }
        if (name == null || !NAME.matcher(name).matches()) {
            throw new InvalidEndpointException(
                    "name",
                    Quoted.text(name == null ? "" : name) + " is not 1 to 80 letters, digits, underscore, dot, hyphen");
        }
        if (technology == Technology.DAHDI && !DAHDI_NAME.matcher(name).matches()) {
            throw new InvalidEndpointException(
                    "name",
                    Quoted.text(name)
                            + " is no DAHDI channel (1), group (g1, G1, r1, R1) or span (i1) as Asterisk dials them");
        }
        if (kind == EndpointKind.TRUNK) {
            SafePattern.parse("digits_pattern", digitsPattern);
        } else if (digitsPattern != null) {
            throw new InvalidEndpointException("digits_pattern", "only a trunk has digits");
        }
    }

    public Long id() {
        return id;
    }

    public String serverName() {
        return serverName;
    }

    public Technology technology() {
        return technology;
    }

    public String name() {
        return name;
    }

    public EndpointKind kind() {
        return kind;
    }

    /** Digits that may be dialled; only a trunk has them. */
    public Optional<String> digitsPattern() {
        return Optional.ofNullable(digitsPattern);
    }

    /** Limit of this endpoint alone; without one the server's counts. */
    public OptionalInt maxOriginatesPerSecond() {
        return maxOriginatesPerSecond == null ? OptionalInt.empty() : OptionalInt.of(maxOriginatesPerSecond);
    }

    public boolean enabled() {
        return enabled;
    }
}
