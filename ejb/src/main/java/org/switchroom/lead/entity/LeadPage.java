package org.switchroom.lead.entity;

import java.util.List;
import java.util.Optional;

/**
 * One page of leads.
 *
 * @param next what the next page begins after; empty where there is none. A page may be short and have a next all the same: it ends where
 *     so many leads were looked at that the rest is left to the next
 */
public record LeadPage(List<Lead> leads, Optional<String> next) {}
