package org.switchroom.user.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One right of a group. */
@Embeddable
public class GroupRight {
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "kind", nullable = false)
    private RightKind kind;

    @Column(name = "value", nullable = false)
    private String value;

    protected GroupRight() {}

    public GroupRight(RightKind kind, String value) {
        this.kind = kind;
        this.value = value;
    }

    public RightKind kind() {
        return kind;
    }

    /** One of that kind, or {@link RightKind#ALL}. */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupRight that && kind == that.kind && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, value);
    }
}
