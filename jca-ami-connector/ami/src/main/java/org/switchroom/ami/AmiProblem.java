package org.switchroom.ami;

/** What can be wrong between us and a server's manager port, as an administrator is told. */
public enum AmiProblem {
    /** The host name has no address. */
    UNKNOWN_HOST,
    /** Nobody listens at host and port. */
    REFUSED,
    /** No connection, no banner or no answer before the deadline. */
    TIMEOUT,
    /** What answers does not greet as an Asterisk Call Manager. */
    NOT_AMI,
    /** User or secret is wrong, or the server's access list refuses us. */
    WRONG_SECRET,
    /** The user is logged in already and may log in only once. Asterisk says so before it looks at the secret. */
    IN_USE,
    /** The login works but lacks a permission class; the detail names it. */
    MISSING_CLASS,
    /** TLS could not be agreed on or the certificate is not trusted. */
    TLS,
    /** The connection was lost after it had worked. */
    LOST
}
