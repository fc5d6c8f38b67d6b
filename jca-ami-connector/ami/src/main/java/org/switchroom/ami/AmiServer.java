package org.switchroom.ami;

import java.io.Serializable;
import java.util.Objects;

/**
 * A server's manager port and how to log in there. Two are equal only if all of it is equal, so that a changed secret or port
 * never reuses a connection that was opened with the old one. Never prints its secret.
 *
 * @param name unique name, for example {@code pbx1}
 * @param host host name or address
 * @param port 1 to 65535
 * @param transport plain or TLS
 * @param user AMI user of this login
 * @param secret secret of that user
 */
public record AmiServer(String name, String host, int port, Transport transport, String user, Secret secret)
        implements Serializable {

    /** How the socket is protected. PLAIN logs in by MD5 challenge and falls back to plain login only where the server has none. */
    public enum Transport {
        PLAIN,
        TLS
    }

    /** A secret that does not show itself. */
    public static final class Secret implements Serializable {
        private static final long serialVersionUID = 1L;
        private final String value;

        public Secret(String value) {
            this.value = Objects.requireNonNull(value, "value");
        }

        /** The secret in clear, for the login alone. */
        public String reveal() {
            return value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Secret secret && value.equals(secret.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    public AmiServer {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(secret, "secret");
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port of " + name + " is " + port + ", not 1 to 65535");
        }
    }
}
