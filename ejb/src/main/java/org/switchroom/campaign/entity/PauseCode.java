package org.switchroom.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** Why an agent takes no calls, whether that is paid, and how long it may last. */
@Entity
@Table(name = "pause_code")
public class PauseCode extends CampaignPart {
    @Column(name = "paid", nullable = false)
    private boolean paid;

    @Column(name = "limit_minutes", nullable = false)
    private int limitMinutes;

    @Column(name = "needs_approval", nullable = false)
    private boolean needsApproval;

    @Override
    public PartKind kind() {
        return PartKind.PAUSE_CODE;
    }

    @Override
    void write(Map<String, String> values) {
        values.put("paid", text(paid));
        values.put("limit_minutes", text(limitMinutes));
        values.put("needs_approval", text(needsApproval));
    }

    @Override
    void read(Map<String, String> values) {
        paid = truth(values.get("paid"));
        limitMinutes = Integer.parseInt(values.get("limit_minutes"));
        needsApproval = truth(values.get("needs_approval"));
    }
}
