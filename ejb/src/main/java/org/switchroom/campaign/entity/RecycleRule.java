package org.switchroom.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** When a lead of one disposition may be called again; its code is the disposition. */
@Entity
@Table(name = "recycle_rule")
public class RecycleRule extends CampaignPart {
    @Column(name = "delay_minutes", nullable = false)
    private int delayMinutes;

    @Column(name = "most_attempts", nullable = false)
    private int mostAttempts;

    @Override
    public PartKind kind() {
        return PartKind.RECYCLE_RULE;
    }

    @Override
    void write(Map<String, String> values) {
        values.put("delay_minutes", text(delayMinutes));
        values.put("most_attempts", text(mostAttempts));
    }

    @Override
    void read(Map<String, String> values) {
        delayMinutes = Integer.parseInt(values.get("delay_minutes"));
        mostAttempts = Integer.parseInt(values.get("most_attempts"));
    }
}
