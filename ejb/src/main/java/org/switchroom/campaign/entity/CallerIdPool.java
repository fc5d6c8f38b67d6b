package org.switchroom.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** Numbers that calls of a campaign show, and how one of them is chosen. */
@Entity
@Table(name = "caller_id_pool")
public class CallerIdPool extends CampaignPart {
    @Column(name = "chosen_by", nullable = false, length = 20)
    private String chosenBy;

    @Column(name = "numbers", nullable = false, columnDefinition = "mediumtext")
    private String numbers;

    @Override
    public PartKind kind() {
        return PartKind.CALLER_ID_POOL;
    }

    @Override
    void write(Map<String, String> values) {
        values.put("chosen_by", chosenBy);
        values.put("numbers", numbers);
    }

    @Override
    void read(Map<String, String> values) {
        chosenBy = values.get("chosen_by");
        numbers = values.get("numbers");
    }
}
