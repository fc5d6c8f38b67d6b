package org.switchroom.common.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.SecretKey;
import org.wildfly.security.credential.SecretKeyCredential;
import org.wildfly.security.credential.store.CredentialStore;
import org.wildfly.security.credential.store.WildFlyElytronCredentialStoreProvider;

/**
 * The key that seals secrets: alias {@value #ALIAS} in the server's secret-key credential store, a file of its own in the
 * server's data folder ({@code wildfly-config}), never in the database. All nodes of one database need the same file.
 */
@ApplicationScoped
public class SealingKey {
    private static final String STORE_TYPE = "PropertiesCredentialStore";
    private static final String ALIAS = "key";
    private static final String FILE = "switchroom.cs";

    /** The seal over this installation's key. */
    @Produces
    @Singleton
    static SecretSeal seal() {
        Path file = Path.of(System.getProperty("jboss.server.data.dir", "."), FILE);
        try {
            CredentialStore store =
                    CredentialStore.getInstance(STORE_TYPE, new WildFlyElytronCredentialStoreProvider());
            store.initialize(Map.of("location", file.toString(), "create", "false"));
            SecretKeyCredential credential = store.retrieve(ALIAS, SecretKeyCredential.class);
            if (credential == null) {
                throw new IllegalStateException("no key '" + ALIAS + "' in " + file);
            }
            SecretKey key = credential.getSecretKey();
            return new SecretSeal(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The credential store " + file + " can't be read; run wildfly-config's security script", e);
        }
    }
}
