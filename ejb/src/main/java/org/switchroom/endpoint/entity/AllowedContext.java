package org.switchroom.endpoint.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.regex.Pattern;
import org.switchroom.common.Quoted;

/** A context of the dialplan to which a row of others may send a call, with the extensions that it may name there. */
@Entity
@Table(name = "allowed_context")
public class AllowedContext {
    /** Stands for every server. */
    public static final String EVERY_SERVER = "*";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final String OWN_PREFIX = "swr-";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "server_name", nullable = false, length = 64)
    private String serverName;

    @Column(name = "context", nullable = false, length = 80)
    private String context;

    @Column(name = "exten_pattern", nullable = false, length = 200)
    private String extenPattern;

    /** For JPA only. A row that was inserted by SQL comes in by this way, unchecked: see {@link #requireValid()}. */
    protected AllowedContext() {}

    /**
     * A context on one server, or on {@link #EVERY_SERVER}.
     *
     * @throws InvalidEndpointException naming the field and the reason
     */
    public AllowedContext(String serverName, String context, String extenPattern) {
        this.serverName = serverName;
        this.context = context;
        this.extenPattern = extenPattern;
        requireValid();
    }

    /** Whether a text could be the name of a context. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether a context is Switchroom's own, which no row of others may use. */
    public static boolean isOwn(String context) {
        return context.toLowerCase(Locale.ROOT).startsWith(OWN_PREFIX);
    }

    /** Other extensions; the old ones stay if these are refused. */
    public void allowExtensions(String pattern) {
        SafePattern.parse("exten_pattern", pattern);
        extenPattern = pattern;
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
        if (context == null || !isName(context)) {
            throw new InvalidEndpointException(
                    "context",
                    Quoted.text(context == null ? "" : context)
                            + " is not 1 to 80 letters, digits, underscore, hyphen");
        }
        if (isOwn(context)) {
            throw new InvalidEndpointException("context", "names that begin with swr- are Switchroom's own");
        }
        SafePattern.parse("exten_pattern", extenPattern);
    }

    public Long id() {
        return id;
    }

    public String serverName() {
        return serverName;
    }

    public String context() {
        return context;
    }

    public String extenPattern() {
        return extenPattern;
    }
}
