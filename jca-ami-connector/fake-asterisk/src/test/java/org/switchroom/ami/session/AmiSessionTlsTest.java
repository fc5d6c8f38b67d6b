package org.switchroom.ami.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiServer;

/** A session through TLS, to a fake behind a socket that ends the TLS. */
class AmiSessionTlsTest extends FakeSessions {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static KeyStore keys;
    private SSLContext trusting;
    private ServerSocket listening;

    @BeforeAll
    static void makeCertificate() throws Exception {
        keys = selfSigned("ip:127.0.0.1");
    }

    @BeforeEach
    void listen() throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        SSLContext serving = SSLContext.getInstance("TLS");
        serving.init(own.getKeyManagers(), null, null);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trusted.getTrustManagers(), null);
        listening = serving.getServerSocketFactory().createServerSocket(0, 8, InetAddress.getByName("127.0.0.1"));
        daemon(this::acceptAll);
    }

    @AfterEach
    void stopListening() throws IOException {
        listening.close();
    }

    private static KeyStore selfSigned(String name) throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "ami",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=ami",
                        "-ext",
                        "san=" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket plain = new Socket(fake.host(), fake.port());
                daemon(() -> pump(client, plain));
                daemon(() -> pump(plain, client));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "tls-end");
        thread.setDaemon(true);
        thread.start();
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[4096];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            // One side went away: both are closed.
        }
    }

    private AmiServer tls(String host) {
        return server("cmd", host, listening.getLocalPort(), AmiServer.Transport.TLS);
    }

    private AmiSessionSettings trusting(boolean verifyHostName) {
        return AmiSessionSettings.forCommands().withTls(trusting, verifyHostName);
    }

    @Test
    void logsInPlainlyThroughTls() {
        try (AmiSession session = AmiSession.open(tls("127.0.0.1"), trusting(true), events)) {
            session.ping(SOON);
        }

        assertEquals("s3cret", fake.frames("Login").get(0).text("Secret"));
        assertEquals(1, fake.frames("Logoff").size());
    }

    @Test
    void refusesACertificateThatIsNotTrusted() {
        AmiConnectException refused = assertThrows(
                AmiConnectException.class,
                () -> AmiSession.open(tls("127.0.0.1"), AmiSessionSettings.forCommands(), events));

        assertEquals(AmiProblem.TLS, refused.problem());
    }

    @Test
    void refusesACertificateOfAnotherHostUnlessToldNotTo() {
        AmiConnectException refused = assertThrows(
                AmiConnectException.class, () -> AmiSession.open(tls("localhost"), trusting(true), events));
        assertEquals(AmiProblem.TLS, refused.problem());

        AmiSession.open(tls("localhost"), trusting(false), events).close();
    }
}
