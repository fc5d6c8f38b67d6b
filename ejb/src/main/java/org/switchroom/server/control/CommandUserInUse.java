package org.switchroom.server.control;

/**
 * A server refused a login because the command user is logged in already. Observed asynchronously.
 *
 * @param epoch in which the login was tried
 */
public record CommandUserInUse(String serverName, long epoch) {}
