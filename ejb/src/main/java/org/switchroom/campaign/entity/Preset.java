package org.switchroom.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** A number or digits that an agent transfers to, or sends, with one press. */
@Entity
@Table(name = "preset")
public class Preset extends CampaignPart {
    @Column(name = "target", nullable = false, length = 40)
    private String target;

    @Column(name = "dtmf", nullable = false, length = 60)
    private String dtmf;

    @Column(name = "way", nullable = false, length = 20)
    private String way;

    @Column(name = "call_time", nullable = false, length = 20)
    private String callTime;

    @Column(name = "target_hidden", nullable = false)
    private boolean targetHidden;

    @Override
    public PartKind kind() {
        return PartKind.PRESET;
    }

    @Override
    void write(Map<String, String> values) {
        values.put("target", target);
        values.put("dtmf", dtmf);
        values.put("way", way);
        values.put("call_time", callTime);
        values.put("target_hidden", text(targetHidden));
    }

    @Override
    void read(Map<String, String> values) {
        target = values.get("target");
        dtmf = values.get("dtmf");
        way = values.get("way");
        callTime = values.get("call_time");
        targetHidden = truth(values.get("target_hidden"));
    }
}
