package org.switchroom.user.control;

/**
 * Fired in the transaction that erases what is kept of a person, so that other features erase what they keep.
 *
 * @param name of the account, which stays
 */
public record AccountErased(String name) {}
