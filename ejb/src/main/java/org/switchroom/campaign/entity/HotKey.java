package org.switchroom.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** A digit that hangs up and gives this disposition; its code is the digit. */
@Entity
@Table(name = "hot_key")
public class HotKey extends CampaignPart {
    @Column(name = "disposition", nullable = false, length = 20)
    private String disposition;

    @Override
    public PartKind kind() {
        return PartKind.HOT_KEY;
    }

    @Override
    void write(Map<String, String> values) {
        values.put("disposition", disposition);
    }

    @Override
    void read(Map<String, String> values) {
        disposition = values.get("disposition");
    }
}
