package org.switchroom.lead.entity;

import java.util.List;
import java.util.Optional;

/**
 * How a file is to be loaded, as its owner says.
 *
 * @param mapping for each column the field that it goes to, as in {@link LeadLoad}
 * @param region in which numbers without a plus are read, of a file of numbers that nobody may call: two letters of ISO 3166, or empty to
 *     leave it as it is. Leads are read in the region of their list
 */
public record LoadRules(List<String> mapping, DuplicateRule duplicates, boolean skipDnc, Optional<String> region) {

    public LoadRules {
        mapping = List.copyOf(mapping);
    }
}
