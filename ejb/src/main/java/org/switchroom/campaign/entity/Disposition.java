package org.switchroom.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;

/** How a call ended, and what that means for the lead. Those that the software sets itself are built in. */
@Entity
@Table(name = "disposition")
public class Disposition extends CampaignPart {
    @Column(name = "built_in", nullable = false)
    private boolean builtIn;

    @Column(name = "selectable", nullable = false)
    private boolean selectable;

    @Column(name = "human_answered", nullable = false)
    private boolean humanAnswered;

    @Column(name = "customer_contact", nullable = false)
    private boolean customerContact;

    @Column(name = "sale", nullable = false)
    private boolean sale;

    @Column(name = "not_interested", nullable = false)
    private boolean notInterested;

    @Column(name = "callback", nullable = false)
    private boolean callback;

    @Column(name = "dnc", nullable = false)
    private boolean dnc;

    @Column(name = "unworkable", nullable = false)
    private boolean unworkable;

    @Column(name = "completed", nullable = false)
    private boolean completed;

    @Column(name = "answering_machine", nullable = false)
    private boolean answeringMachine;

    @Column(name = "category", nullable = false, length = 20)
    private String category;

    @Column(name = "least_seconds", nullable = false)
    private int leastSeconds;

    @Column(name = "most_seconds", nullable = false)
    private int mostSeconds;

    @Override
    public PartKind kind() {
        return PartKind.DISPOSITION;
    }

    @Override
    void write(Map<String, String> values) {
        values.put("selectable", text(selectable));
        values.put("human_answered", text(humanAnswered));
        values.put("customer_contact", text(customerContact));
        values.put("sale", text(sale));
        values.put("not_interested", text(notInterested));
        values.put("callback", text(callback));
        values.put("dnc", text(dnc));
        values.put("unworkable", text(unworkable));
        values.put("completed", text(completed));
        values.put("answering_machine", text(answeringMachine));
        values.put("category", category);
        values.put("least_seconds", text(leastSeconds));
        values.put("most_seconds", text(mostSeconds));
    }

    @Override
    void read(Map<String, String> values) {
        selectable = truth(values.get("selectable"));
        humanAnswered = truth(values.get("human_answered"));
        customerContact = truth(values.get("customer_contact"));
        sale = truth(values.get("sale"));
        notInterested = truth(values.get("not_interested"));
        callback = truth(values.get("callback"));
        dnc = truth(values.get("dnc"));
        unworkable = truth(values.get("unworkable"));
        completed = truth(values.get("completed"));
        answeringMachine = truth(values.get("answering_machine"));
        category = values.get("category");
        leastSeconds = Integer.parseInt(values.get("least_seconds"));
        mostSeconds = Integer.parseInt(values.get("most_seconds"));
    }

    @Override
    public boolean isBuiltIn() {
        return builtIn;
    }
}
