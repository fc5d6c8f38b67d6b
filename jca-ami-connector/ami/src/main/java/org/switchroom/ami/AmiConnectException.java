package org.switchroom.ami;

/** A connection could not be opened or the login was refused; says what is wrong. */
public final class AmiConnectException extends AmiException {
    private static final long serialVersionUID = 1L;

    private final AmiProblem problem;
    private final boolean repeated;

    public AmiConnectException(AmiProblem problem, String message, Throwable cause) {
        this(problem, message, cause, false);
    }

    /** @param repeated whether the server was not asked this time: see {@link #isRepeated()} */
    public AmiConnectException(AmiProblem problem, String message, Throwable cause, boolean repeated) {
        super(message, cause);
        this.problem = problem;
        this.repeated = repeated;
    }

    public AmiProblem problem() {
        return problem;
    }

    /** Whether the server was not asked this time: it is what an earlier try found, told again while its pause lasts. */
    public boolean isRepeated() {
        return repeated;
    }

    /** Whether the server itself said, just now, that this user is logged in elsewhere. */
    public boolean saysInUse() {
        return problem == AmiProblem.IN_USE && !repeated;
    }
}
