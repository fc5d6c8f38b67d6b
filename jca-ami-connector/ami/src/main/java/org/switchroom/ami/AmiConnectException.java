package org.switchroom.ami;

/** A connection could not be opened or the login was refused; says what is wrong. */
public final class AmiConnectException extends AmiException {
    private static final long serialVersionUID = 1L;

    private final AmiProblem problem;

    public AmiConnectException(AmiProblem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public AmiProblem problem() {
        return problem;
    }
}
