package org.switchroom.server.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.ami.AmiServer;
import org.switchroom.common.control.SecretSeal;
import org.switchroom.server.control.ConnectionTest;
import org.switchroom.server.control.LoginCheck;
import org.switchroom.server.entity.AsteriskServer;
import org.switchroom.server.entity.LoginPurpose;
import org.switchroom.server.entity.ServerSettings;

/** Tries a server's logins, also before they are saved, and names what is wrong. Takes at most a few seconds a login. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServerTester {
    @Inject
    private ServerRegistry registry;

    @Inject
    private LoginCheck check;

    @Inject
    private SecretSeal seal;

    /** Tries each login of these settings; one without a secret is tried with the secret that is stored. */
    public ConnectionTest test(ServerSettings settings) {
        List<ConnectionTest.LoginResult> results = new ArrayList<>();
        Optional<AsteriskServer> stored = registry.find(settings.name());
        for (Map.Entry<LoginPurpose, ServerSettings.Login> entry :
                settings.logins().entrySet()) {
            results.add(test(settings, entry.getKey(), entry.getValue(), stored));
        }
        return new ConnectionTest(results);
    }

    private ConnectionTest.LoginResult test(
            ServerSettings settings,
            LoginPurpose purpose,
            ServerSettings.Login login,
            Optional<AsteriskServer> stored) {
        String secret = login.hasSecret() ? login.secret() : storedSecret(settings.name(), purpose, stored);
        AmiServer address = new AmiServer(
                settings.name(),
                settings.host(),
                settings.port(),
                settings.transport(),
                login.user(),
                new AmiServer.Secret(secret));
        return check.check(purpose, address);
    }

    private String storedSecret(String name, LoginPurpose purpose, Optional<AsteriskServer> stored) {
        return stored.flatMap(server -> server.login(purpose))
                .map(login -> seal.open(login.getSealedSecret(), name + "/" + purpose))
                .orElse("");
    }
}
