package org.switchroom.user.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** People with the same rights. */
@Entity
@Table(name = "user_group")
public class UserGroup {
    /** How a group may be called; the name is its public id and stays. */
    static final String NAME = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, updatable = false)
    private String name;

    private String description;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "user_group_right", joinColumns = @JoinColumn(name = "group_id"))
    private Set<GroupRight> rights = new HashSet<>();

    protected UserGroup() {}

    public UserGroup(String name, GroupSettings settings, Instant at) {
        this.name = name;
        this.createdAt = at;
        configure(settings);
    }

    /** Takes settings that were found to be right. */
    public void configure(GroupSettings settings) {
        description = settings.description();
        Set<GroupRight> wanted = new HashSet<>();
        settings.rights().forEach((kind, values) -> values.forEach(value -> wanted.add(new GroupRight(kind, value))));
        rights.retainAll(wanted);
        rights.addAll(wanted);
    }

    public GroupSettings settings() {
        Map<RightKind, SortedSet<String>> values = new EnumMap<>(RightKind.class);
        rights.forEach(right ->
                values.computeIfAbsent(right.kind(), kind -> new TreeSet<>()).add(right.value()));
        return new GroupSettings(description, values);
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public int getVersion() {
        return version;
    }
}
