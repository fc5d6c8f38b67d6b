package org.switchroom.server.entity;

/** What an AMI user of a server is for. Two command users, so that two owners of one server never share a login. */
public enum LoginPurpose {
    EVENTS,
    COMMAND_A,
    COMMAND_B
}
