package org.switchroom.campaign.control;

import java.util.List;
import java.util.stream.Collectors;
import org.switchroom.campaign.entity.Violation;
import org.switchroom.common.SituationException;

/** A campaign or one of its parts can't be like this; names each field and its rule. */
public final class CampaignInvalidException extends SituationException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public CampaignInvalidException(List<Violation> violations) {
        super(
                "campaign-invalid",
                violations.stream()
                        .map(violation -> violation.field() + " " + violation.message())
                        .collect(Collectors.joining("; ", "", ".")));
        this.violations = List.copyOf(violations);
    }

    /** @throws CampaignInvalidException if there are any */
    public static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new CampaignInvalidException(violations);
        }
    }

    public List<Violation> violations() {
        return violations;
    }
}
