package org.switchroom.user.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A code that stands in for the second factor once; only its hash is known. */
@Entity
@Table(name = "recovery_code")
public class RecoveryCode {
    /** Whose it is, and its hash. */
    @Embeddable
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "user_id")
        private Long userId;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(name = "code_hash", length = 64)
        private String codeHash;

        protected Key() {}

        public Key(Long userId, String codeHash) {
            this.userId = userId;
            this.codeHash = codeHash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && Objects.equals(userId, that.userId)
                    && Objects.equals(codeHash, that.codeHash);
        }

        @Override
        public int hashCode() {
            return Objects.hash(userId, codeHash);
        }
    }

    @EmbeddedId
    private Key id;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RecoveryCode() {}

    public RecoveryCode(Long userId, String codeHash) {
        this.id = new Key(userId, codeHash);
    }

    /** Takes it; false if it was taken before. */
    public boolean use(Instant at) {
        if (usedAt != null) {
            return false;
        }
        usedAt = at;
        return true;
    }
}
