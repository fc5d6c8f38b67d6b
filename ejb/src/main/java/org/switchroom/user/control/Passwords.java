package org.switchroom.user.control;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

/** Hashes passwords by bcrypt in the modular crypt form that the server's realm reads. */
public final class Passwords {
    /** 2 to the power of this rounds: some 200 ms on the machine it was chosen on. */
    static final int COST = 12;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** The hash of this password with a fresh salt. */
    public static String hash(char[] password) {
        try {
            byte[] salt = new byte[BCryptPassword.BCRYPT_SALT_SIZE];
            RANDOM.nextBytes(salt);
            PasswordFactory factory =
                    PasswordFactory.getInstance(BCryptPassword.ALGORITHM_BCRYPT, new WildFlyElytronPasswordProvider());
            Password hashed = factory.generatePassword(
                    new EncryptablePasswordSpec(password, new IteratedSaltedPasswordAlgorithmSpec(COST, salt)));
            return ModularCrypt.encodeAsString(hashed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("bcrypt is not available", e);
        }
    }

    /** Whether this is the password of the hash; false for a hash that can't be read. */
    public static boolean isRight(char[] password, String hash) {
        try {
            WildFlyElytronPasswordProvider provider = new WildFlyElytronPasswordProvider();
            Password stored = ModularCrypt.decode(hash);
            PasswordFactory factory = PasswordFactory.getInstance(stored.getAlgorithm(), provider);
            return factory.verify(factory.translate(stored), password);
        } catch (GeneralSecurityException e) {
            UserLog.LOG.debug("A stored password can't be compared", e);
            return false;
        }
    }

    /** A password that nobody guesses: 18 random bytes in 24 characters. */
    public static String random() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
