package org.switchroom.ami.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.AmiTimeoutException;

/** Greets and logs in: by MD5 challenge, or plainly through TLS and where the server knows no challenge. */
final class Login {
    private static final String GREETING = "Asterisk Call Manager/";

    /** What Asterisk says to a second login of a user that has allowmultiplelogin=no; only after its secret was found right. */
    private static final String IN_USE = "Login Already In Use";

    private final AmiSession session;
    private final AmiServer server;
    private final AmiSessionSettings settings;

    Login(AmiSession session, AmiServer server, AmiSessionSettings settings) {
        this.session = session;
        this.server = server;
        this.settings = settings;
    }

    /** Waits for the greeting and gives the version in it. */
    String awaitVersion(CompletableFuture<String> banner) {
        String line = await(banner, settings.timeouts().banner(), AmiProblem.NOT_AMI, "greeting");
        if (!line.startsWith(GREETING)) {
            throw problem(AmiProblem.NOT_AMI, "greets as \"" + printable(line) + "\"", null);
        }
        return line.substring(GREETING.length()).strip();
    }

    void logIn() {
        long deadline = System.nanoTime() + settings.timeouts().login().toNanos();
        AmiAction login = AmiAction.of("Login").with("Username", server.user());
        AmiResponse answer = ask(authenticated(login, deadline), deadline);
        if (!answer.succeeded()) {
            AmiProblem why = answer.message().equalsIgnoreCase(IN_USE) ? AmiProblem.IN_USE : AmiProblem.WRONG_SECRET;
            throw problem(why, "login of " + server.user() + " refused: " + printable(answer.message()), null);
        }
    }

    private AmiAction authenticated(AmiAction login, long deadline) {
        AmiAction named = login.with("Events", settings.events() ? "on" : "off");
        if (server.transport() == AmiServer.Transport.PLAIN) {
            AmiResponse challenge = ask(AmiAction.of("Challenge").with("AuthType", "MD5"), deadline);
            if (challenge.succeeded() && challenge.first("Challenge").isPresent()) {
                return named.with("AuthType", "MD5").with("Key", key(challenge.text("Challenge")));
            }
        }
        return named.with("Secret", server.secret().reveal());
    }

    private String key(String challenge) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(challenge.getBytes(UTF_8));
            return HexFormat.of().formatHex(md5.digest(server.secret().reveal().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no MD5", e);
        }
    }

    private AmiResponse ask(AmiAction action, long deadline) {
        Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
        return await(session.send(action, left), left, AmiProblem.LOST, "answer to " + action.name());
    }

    private <T> T await(CompletableFuture<T> future, Duration atMost, AmiProblem ifEnded, String what) {
        try {
            return future.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw problem(AmiProblem.TIMEOUT, "no " + what + " within " + atMost.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            boolean late = e.getCause() instanceof AmiTimeoutException;
            throw problem(
                    late ? AmiProblem.TIMEOUT : ifEnded,
                    "no " + what + ": " + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw problem(AmiProblem.TIMEOUT, "interrupted while waiting for " + what, e);
        }
    }

    private AmiConnectException problem(AmiProblem problem, String what, Exception cause) {
        String where = "%s (%s:%d): ".formatted(server.name(), server.host(), server.port());
        return new AmiConnectException(problem, where + what, cause);
    }

    private static String printable(String text) {
        String line = text.length() > 80 ? text.substring(0, 80) : text;
        return line.replaceAll("\\p{Cntrl}", "?");
    }
}
