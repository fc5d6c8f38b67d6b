package org.switchroom.user.entity;

/**
 * What is wrong with a setting.
 *
 * @param field as the API calls it
 * @param message what it must be
 */
public record Violation(String field, String message) {}
