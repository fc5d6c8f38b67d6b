package org.switchroom.web.api.body;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchroom.ami.AmiServer;
import org.switchroom.server.entity.LoginPurpose;
import org.switchroom.server.entity.ServerSettings;

/** The settings of a server that an administrator puts: all of them, with the defaults of the table for what is left out. */
public final class ServerBody {
    private static final Set<String> FIELDS =
            Set.of("host", "port", "transport", "enabled", "max_originates_per_second", "max_channels", "logins");
    private static final Set<String> LOGIN_FIELDS = Set.of("user", "secret");
    private static final Set<String> PURPOSES =
            Arrays.stream(LoginPurpose.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final int DEFAULT_ORIGINATES_PER_SECOND = 20;
    private static final int DEFAULT_CHANNELS = 300;

    private ServerBody() {}

    /** @throws BodyRefusedException naming the field that is not as it should be */
    public static ServerSettings read(String name, String text) {
        JsonBody body = JsonBody.read(text, FIELDS);
        return new ServerSettings(
                name,
                body.needString("host"),
                body.needWholeNumber("port"),
                body.string("transport").map(ServerBody::transport).orElse(AmiServer.Transport.PLAIN),
                body.truth("enabled").orElse(true),
                body.wholeNumber("max_originates_per_second").orElse(DEFAULT_ORIGINATES_PER_SECOND),
                body.wholeNumber("max_channels").orElse(DEFAULT_CHANNELS),
                logins(body.object("logins", PURPOSES)));
    }

    private static AmiServer.Transport transport(String word) {
        return Arrays.stream(AmiServer.Transport.values())
                .filter(transport -> transport.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new BodyRefusedException("transport", "This must be PLAIN or TLS."));
    }

    private static Map<LoginPurpose, ServerSettings.Login> logins(Optional<JsonBody> given) {
        Map<LoginPurpose, ServerSettings.Login> logins = new EnumMap<>(LoginPurpose.class);
        given.ifPresent(body -> body.names().forEach(purpose -> {
            JsonBody login = body.object(purpose, LOGIN_FIELDS).orElseThrow();
            logins.put(
                    LoginPurpose.valueOf(purpose),
                    new ServerSettings.Login(
                            login.needString("user"), login.string("secret").orElse(null)));
        }));
        return logins;
    }
}
