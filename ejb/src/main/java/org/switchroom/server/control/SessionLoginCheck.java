package org.switchroom.server.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiConnection;
import org.switchroom.ami.AmiConnectionFactory;
import org.switchroom.ami.AmiException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.session.AmiPermissions;
import org.switchroom.ami.session.AmiSession;
import org.switchroom.ami.session.AmiSessionSettings;
import org.switchroom.ami.session.SessionListener;
import org.switchroom.server.entity.LoginPurpose;

/**
 * Tries a login by a session of its own, which is closed again. A command user that allows one login only and is in use refuses a
 * second one; the problem is then IN_USE.
 */
@ApplicationScoped
public class SessionLoginCheck implements LoginCheck {
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    @Inject
    private ServerDirectory directory;

    @Inject
    private AmiConnectionFactory connections;

    @Override
    public ConnectionTest.LoginResult check(LoginPurpose purpose, AmiServer address) {
        boolean inUse = directory
                .find(address.name())
                .filter(server -> server.isUp() && server.command().equals(address))
                .isPresent();
        return inUse ? checkPooled(purpose, address) : checkAnew(purpose, address);
    }

    /** A command user that may log in once is logged in already: its open connection is asked. */
    private ConnectionTest.LoginResult checkPooled(LoginPurpose purpose, AmiServer address) {
        try (AmiConnection connection = connections.getConnection(address)) {
            AmiResponse commands = connection
                    .send(AmiAction.of("ListCommands"), DEADLINE)
                    .get(2 * DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            return result(purpose, "Logged in and in use", AmiPermissions.ofCommandLogin(commands));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return bad(purpose, AmiProblem.LOST, "interrupted");
        } catch (ExecutionException | TimeoutException e) {
            return bad(purpose, AmiProblem.TIMEOUT, "no answer to ListCommands");
        } catch (AmiConnectException e) {
            return bad(purpose, e.problem(), e.getMessage());
        } catch (AmiException e) {
            return bad(purpose, AmiProblem.LOST, e.getMessage());
        }
    }

    private static ConnectionTest.LoginResult checkAnew(LoginPurpose purpose, AmiServer address) {
        boolean events = purpose == LoginPurpose.EVENTS;
        AmiSessionSettings settings = events ? AmiSessionSettings.forEvents() : AmiSessionSettings.forCommands();
        try (AmiSession session = AmiSession.open(address, settings, SessionListener.NONE)) {
            AmiPermissions.Purpose needed = events ? AmiPermissions.Purpose.EVENTS : AmiPermissions.Purpose.COMMAND;
            String welcome = "Logged in, AMI version " + session.amiVersion();
            return result(purpose, welcome, AmiPermissions.missing(session, needed, DEADLINE));
        } catch (AmiConnectException e) {
            return bad(purpose, e.problem(), e.getMessage());
        } catch (AmiException e) {
            return bad(purpose, AmiProblem.LOST, e.getMessage());
        }
    }

    private static ConnectionTest.LoginResult bad(LoginPurpose purpose, AmiProblem problem, String detail) {
        return new ConnectionTest.LoginResult(
                purpose, Optional.of(problem), AmiProblems.say(problem, detail), List.of());
    }

    private static ConnectionTest.LoginResult result(
            LoginPurpose purpose, String welcome, AmiPermissions.Finding finding) {
        List<String> warnings = finding.forbidden().stream()
                .map(name -> "The user holds the class " + name + ", which Switchroom never needs; take it away")
                .toList();
        if (finding.missing().isEmpty()) {
            return new ConnectionTest.LoginResult(purpose, Optional.empty(), welcome, warnings);
        }
        String missing = AmiProblems.say(AmiProblem.MISSING_CLASS, String.join(", ", finding.missing()));
        return new ConnectionTest.LoginResult(purpose, Optional.of(AmiProblem.MISSING_CLASS), missing, warnings);
    }
}
