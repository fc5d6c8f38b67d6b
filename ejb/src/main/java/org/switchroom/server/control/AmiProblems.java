package org.switchroom.server.control;

import org.switchroom.ami.AmiProblem;

/** Says in words what is wrong with a manager port and what to do about it. */
public final class AmiProblems {
    private AmiProblems() {}

    /** One sentence for an administrator; the detail comes from the connection. */
    public static String say(AmiProblem problem, String detail) {
        String words = switch (problem) {
            case UNKNOWN_HOST -> "The host name has no address";
            case REFUSED ->
                "Nobody listens at this host and port; is Asterisk running and enabled=yes in manager.conf?";
            case TIMEOUT -> "No answer in time; a firewall, a paused server or a wrong port";
            case NOT_AMI -> "What answers there is not an Asterisk manager port";
            case WRONG_SECRET -> "User or secret is wrong, or the user's permit list does not contain this machine";
            case IN_USE ->
                "The user is logged in already and may log in only once; whether the secret is right was not tried";
            case MISSING_CLASS -> "The login works but a permission class is missing";
            case TLS -> "TLS could not be agreed on, or the certificate is not trusted";
            case LOST -> "The connection was lost";
        };
        return detail == null || detail.isBlank() ? words : words + " (" + detail + ")";
    }
}
