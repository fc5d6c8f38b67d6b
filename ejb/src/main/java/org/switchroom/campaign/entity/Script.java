package org.switchroom.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** What an agent says; fields of the lead stand in it in double braces. */
@Entity
@Table(name = "script")
public class Script extends CampaignPart {
    @Column(name = "body", nullable = false, columnDefinition = "mediumtext")
    private String body;

    @Override
    public PartKind kind() {
        return PartKind.SCRIPT;
    }

    @Override
    void write(Map<String, String> values) {
        values.put("body", body);
    }

    @Override
    void read(Map<String, String> values) {
        body = values.get("body");
    }
}
