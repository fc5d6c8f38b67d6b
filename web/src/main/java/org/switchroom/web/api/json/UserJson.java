package org.switchroom.web.api.json;

import org.switchroom.user.entity.GroupSettings;
import org.switchroom.user.entity.PersonRights;
import org.switchroom.user.entity.RightKind;
import org.switchroom.user.entity.SecondFactor;
import org.switchroom.user.entity.SignInRules;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.user.entity.UserGroup;
import org.switchroom.user.entity.UserSession;

/** Accounts and groups as JSON; no form of it holds a password or its hash. */
public final class UserJson {
    private UserJson() {}

    public static void write(UserAccount account, JsonFields json) {
        json.field("name", account.getName())
                .field("full_name", account.getFullName())
                .strings("roles", account.settings().roleWords())
                .field("group", account.settings().group())
                .field("enabled", account.isEnabled())
                .field("database_account", account.settings().databaseAccount())
                .field("must_change_password", account.isMustChangePassword())
                .field("password_changed_at", account.getPasswordChangedAt())
                .field("locked_until", account.getLockedUntil())
                .field(
                        "second_factor_since",
                        account.secondFactor().map(SecondFactor::getEnrolledAt).orElse(null))
                .field("last_sign_in_at", account.getLastSignInAt())
                .field("created_at", account.getCreatedAt())
                .field("version", account.getVersion());
    }

    public static void write(UserGroup group, JsonFields json) {
        GroupSettings settings = group.settings();
        json.field("name", group.getName()).field("description", group.getDescription());
        writeRights(settings, json);
        json.field("created_at", group.getCreatedAt()).field("version", group.getVersion());
    }

    /** What a person may, administrators everything whatever is listed. */
    public static void write(PersonRights rights, JsonFields json) {
        json.field("everything", rights.everything());
        writeRights(rights.settings(), json);
    }

    public static void write(UserSession session, JsonFields json) {
        json.field("id", session.getId())
                .field("user", session.getAccount().getName())
                .field("node", session.getNode())
                .field("address", session.getAddress())
                .field("agent", session.getAgent())
                .field("begun_at", session.getBegunAt())
                .field("seen_at", session.getSeenAt());
    }

    public static void write(SignInRules rules, JsonFields json) {
        json.field("second_factor_required", rules.secondFactorRequired())
                .field("sessions_kept_days", rules.sessionsKeptDays());
    }

    private static void writeRights(GroupSettings settings, JsonFields json) {
        for (RightKind kind : RightKind.values()) {
            json.strings(GroupSettings.field(kind), settings.of(kind));
        }
    }
}
