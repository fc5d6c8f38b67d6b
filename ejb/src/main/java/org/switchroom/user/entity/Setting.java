package org.switchroom.user.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A setting of the whole installation. */
@Entity
@Table(name = "setting")
public class Setting {
    @Id
    private String name;

    @Column(name = "value", nullable = false)
    private String value;

    @Version
    private int version;

    protected Setting() {}

    public Setting(String name, String value) {
        this.name = name;
        this.value = value;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public int getVersion() {
        return version;
    }
}
