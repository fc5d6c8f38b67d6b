package org.switchroom.server.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.switchroom.ami.AmiServer;

/**
 * What an administrator sets for a server. A login whose secret is null or empty keeps the secret that it has.
 *
 * @param name 1 to 64 of letters, digits, dot, dash, underscore; unique, never changes
 * @param host name or address of the manager port
 * @param port 1 to 65535; Asterisk's default is 5038, with TLS 5039
 * @param maxOriginatesPerSecond 1 to 1,000
 * @param maxChannels 1 to 100,000; at this number of live channels no Originate is sent
 * @param logins EVENTS and COMMAND_A are needed, COMMAND_B is optional
 */
public record ServerSettings(
        String name,
        String host,
        int port,
        AmiServer.Transport transport,
        boolean enabled,
        int maxOriginatesPerSecond,
        int maxChannels,
        Map<LoginPurpose, Login> logins) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:_-]{0,254}");

    /** User and secret of one AMI login. */
    public record Login(String user, String secret) {
        @Override
        public String toString() {
            return user;
        }

        public boolean hasSecret() {
            return secret != null && !secret.isEmpty();
        }
    }

    /** One thing that is wrong: the field and a sentence for the administrator. */
    public record Violation(String field, String message) {}

    public ServerSettings {
        logins = Map.copyOf(logins);
    }

    /** All that is wrong with these settings; empty if nothing. */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        check(
                found,
                name != null && NAME.matcher(name).matches(),
                "name",
                "1 to 64 letters, digits, dots, dashes or underscores, beginning with a letter or digit");
        check(found, host != null && HOST.matcher(host).matches(), "host", "a host name or an address");
        check(found, port >= 1 && port <= 65535, "port", "a number from 1 to 65535");
        check(found, transport != null, "transport", "PLAIN or TLS");
        check(
                found,
                maxOriginatesPerSecond >= 1 && maxOriginatesPerSecond <= 1000,
                "max_originates_per_second",
                "a number from 1 to 1000 calls a second");
        check(found, maxChannels >= 1 && maxChannels <= 100_000, "max_channels", "a number from 1 to 100000 channels");
        check(
                found,
                logins.containsKey(LoginPurpose.EVENTS),
                "logins.EVENTS",
                "an AMI user that reads events is needed");
        check(
                found,
                logins.containsKey(LoginPurpose.COMMAND_A),
                "logins.COMMAND_A",
                "an AMI user that sends commands is needed");
        logins.forEach((purpose, login) -> {
            check(
                    found,
                    isLine(login.user(), 128) && !login.user().isBlank(),
                    "logins." + purpose + ".user",
                    "1 to 128 characters on one line");
            check(
                    found,
                    login.secret() == null || isLine(login.secret(), 256),
                    "logins." + purpose + ".secret",
                    "at most 256 characters on one line");
        });
        return found;
    }

    private static boolean isLine(String text, int most) {
        return text != null && text.length() <= most && text.chars().noneMatch(c -> c < 0x20 || c == 0x7f);
    }

    private static void check(List<Violation> found, boolean valid, String field, String rule) {
        if (!valid) {
            found.add(new Violation(field, rule));
        }
    }
}
