package org.switchroom.web.api.json;

import org.switchroom.server.control.ConnectionTest;
import org.switchroom.server.entity.AsteriskServer;
import org.switchroom.server.entity.LoginPurpose;

/** Servers as JSON; secrets are in no form of it. */
public final class ServerJson {
    private ServerJson() {}

    /** @param channels how many live channels it has, stale ones counted too */
    public static void write(AsteriskServer server, long channels, JsonFields json) {
        json.field("name", server.getName())
                .field("host", server.getHost())
                .field("port", server.getPort())
                .field("transport", server.getTransport())
                .field("enabled", server.isEnabled())
                .field("state", server.getState())
                .field("state_reason", server.getStateReason())
                .field("state_since", server.getStateSince())
                .field("asterisk_version", server.getAsteriskVersion())
                .field("ami_version", server.getAmiVersion())
                .field("max_originates_per_second", server.getMaxOriginatesPerSecond())
                .field("max_channels", server.getMaxChannels())
                .field("channels", channels)
                .field("changed_at", server.getChangedAt());
    }

    /** The same with the names of the AMI users, for administrators. */
    public static void writeWithLogins(AsteriskServer server, long channels, JsonFields json) {
        write(server, channels, json);
        json.object("logins", logins -> {
            for (LoginPurpose purpose : LoginPurpose.values()) {
                server.login(purpose)
                        .ifPresent(login ->
                                logins.object(purpose.name(), fields -> fields.field("user", login.getUserName())));
            }
        });
    }

    public static void write(ConnectionTest test, JsonFields json) {
        json.field("good", test.isGood()).array("logins", test.logins(), ServerJson::write);
    }

    private static void write(ConnectionTest.LoginResult result, JsonFields json) {
        json.field("purpose", result.purpose())
                .field("good", result.isGood())
                .field("problem", result.problem().map(Enum::name).orElse(null))
                .field("message", result.message())
                .strings("warnings", result.warnings());
    }
}
