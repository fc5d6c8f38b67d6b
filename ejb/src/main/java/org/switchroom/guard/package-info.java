/**
 * The guard against calls that nobody meant to pay for: where a group may call, caps of calls and spend, costly numbers that are shut until
 * somebody opens them, and an alarm when a country is called for the first time.
 *
 * <p>It judges every row that dials, whoever submitted it, before a byte of it is written, and from memory alone. Does not belong here: the
 * grammar of dial strings (endpoint), rules of law (campaign, lead), and how rows are sent (queue).
 */
package org.switchroom.guard;
