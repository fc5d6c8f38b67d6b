package org.switchroom.guard.entity;

/**
 * One thing that a row dials.
 *
 * @param field the header that names it
 * @param digits what is dialled, as it stands there
 * @param throughTrunk whether it goes out by itself; else it is an extension, whose dialplan may lead outside
 */
public record Target(String field, String digits, boolean throughTrunk) {}
