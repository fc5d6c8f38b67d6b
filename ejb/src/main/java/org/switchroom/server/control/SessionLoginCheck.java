package org.switchroom.server.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.session.AmiPermissions;
import org.switchroom.ami.session.AmiSession;
import org.switchroom.ami.session.AmiSessionSettings;
import org.switchroom.ami.session.SessionListener;
import org.switchroom.server.entity.LoginPurpose;

/**
 * Tries a login by a session of its own, which is closed again. A command user that allows one login only and is in use refuses a
 * second one like a wrong secret; the words say so.
 */
@ApplicationScoped
public class SessionLoginCheck implements LoginCheck {
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    @Override
    public ConnectionTest.LoginResult check(LoginPurpose purpose, AmiServer address) {
        boolean events = purpose == LoginPurpose.EVENTS;
        AmiSessionSettings settings = events ? AmiSessionSettings.forEvents() : AmiSessionSettings.forCommands();
        try (AmiSession session = AmiSession.open(address, settings, SessionListener.NONE)) {
            AmiPermissions.Purpose needed = events ? AmiPermissions.Purpose.EVENTS : AmiPermissions.Purpose.COMMAND;
            return result(purpose, session, AmiPermissions.missing(session, needed, DEADLINE));
        } catch (AmiConnectException e) {
            return new ConnectionTest.LoginResult(
                    purpose, Optional.of(e.problem()), AmiProblems.say(e.problem(), e.getMessage()), List.of());
        }
    }

    private static ConnectionTest.LoginResult result(
            LoginPurpose purpose, AmiSession session, AmiPermissions.Finding finding) {
        List<String> warnings = finding.forbidden().stream()
                .map(name -> "The user holds the class " + name + ", which Switchroom never needs; take it away")
                .toList();
        if (finding.missing().isEmpty()) {
            return new ConnectionTest.LoginResult(
                    purpose, Optional.empty(), "Logged in, AMI version " + session.amiVersion(), warnings);
        }
        String missing = String.join(", ", finding.missing());
        return new ConnectionTest.LoginResult(
                purpose,
                Optional.of(AmiProblem.MISSING_CLASS),
                AmiProblems.say(AmiProblem.MISSING_CLASS, missing),
                warnings);
    }
}
