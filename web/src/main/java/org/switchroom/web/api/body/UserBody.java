package org.switchroom.web.api.body;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchroom.common.Quoted;
import org.switchroom.user.entity.AccountSettings;
import org.switchroom.user.entity.GroupSettings;
import org.switchroom.user.entity.RightKind;
import org.switchroom.user.entity.Role;
import org.switchroom.user.entity.SignInRules;

/** Accounts, groups and passwords that an administrator sends. */
public final class UserBody {
    private static final Set<String> SETTINGS = Set.of("full_name", "roles", "group", "enabled", "database_account");
    private static final Set<String> NEW = with(SETTINGS, "name", "password");
    private static final Set<String> GROUP =
            with(Stream.of(RightKind.values()).map(GroupSettings::field).collect(Collectors.toSet()), "description");
    private static final Set<String> RULES = Set.of("second_factor_required", "sessions_kept_days");
    private static final Set<String> PASSWORD = Set.of("password");

    /** An account that is to be added. */
    public record NewAccount(String name, AccountSettings settings, String password) {}

    /** A group that is to be added. */
    public record NewGroup(String name, GroupSettings settings) {}

    private UserBody() {}

    /** @throws BodyRefusedException if the body can't be read */
    public static NewAccount readNew(String text) {
        JsonBody body = JsonBody.read(text, NEW);
        return new NewAccount(body.needString("name"), settings(body), body.needString("password"));
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static AccountSettings read(String text) {
        return settings(JsonBody.read(text, SETTINGS));
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static String readPassword(String text) {
        return JsonBody.read(text, PASSWORD).needString("password");
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static NewGroup readNewGroup(String text) {
        JsonBody body = JsonBody.read(text, with(GROUP, "name"));
        return new NewGroup(body.needString("name"), group(body));
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static GroupSettings readGroup(String text) {
        return group(JsonBody.read(text, GROUP));
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static SignInRules readSignInRules(String text) {
        JsonBody body = JsonBody.read(text, RULES);
        return new SignInRules(
                body.truth("second_factor_required")
                        .orElseThrow(() -> new BodyRefusedException("second_factor_required", "This field is needed.")),
                body.needWholeNumber("sessions_kept_days"));
    }

    private static AccountSettings settings(JsonBody body) {
        return new AccountSettings(
                body.needString("full_name"),
                body.strings("roles").orElse(List.of()).stream()
                        .map(UserBody::role)
                        .collect(Collectors.toSet()),
                body.string("group").orElse(null),
                body.truth("enabled").orElse(true),
                body.string("database_account").orElse(null));
    }

    private static Role role(String word) {
        return Role.of(word)
                .orElseThrow(() -> new BodyRefusedException(
                        "roles",
                        "%s is none of agent, receptionist, supervisor, admin, api.".formatted(Quoted.text(word))));
    }

    private static GroupSettings group(JsonBody body) {
        Map<RightKind, SortedSet<String>> rights = new EnumMap<>(RightKind.class);
        for (RightKind kind : RightKind.values()) {
            body.strings(GroupSettings.field(kind)).ifPresent(values -> rights.put(kind, new TreeSet<>(values)));
        }
        return new GroupSettings(body.string("description").orElse(null), rights);
    }

    private static Set<String> with(Set<String> names, String... more) {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
