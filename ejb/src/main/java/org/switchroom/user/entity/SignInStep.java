package org.switchroom.user.entity;

/** What is still asked of somebody who gave the right password. */
public enum SignInStep {
    /** A code of the second factor. */
    CODE,
    /** Another password: the present one was set by somebody else. */
    PASSWORD,
    /** A second factor, because the role needs one. */
    ENROL
}
