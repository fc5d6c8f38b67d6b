package org.switchroom.user.entity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an administrator says of an account.
 *
 * @param group name of the group, or null
 * @param databaseAccount database user whose rows count as this account's, or null
 */
public record AccountSettings(String fullName, Set<Role> roles, String group, boolean enabled, String databaseAccount)
        implements Serializable {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST = 128;

    public AccountSettings {
        fullName = fullName == null ? "" : fullName.strip();
        roles = Set.copyOf(roles);
        group = group == null || group.isBlank() ? null : group;
        databaseAccount = databaseAccount == null || databaseAccount.isBlank() ? null : databaseAccount.strip();
    }

    /** The settings of texts as {@link #fields()} gives them; roles that are unknown are left out. */
    public static AccountSettings of(Map<String, String> fields) {
        String words = Optional.ofNullable(fields.get("roles")).orElse("");
        return new AccountSettings(
                fields.get("full_name"),
                Arrays.stream(words.split(", "))
                        .flatMap(word -> Role.of(word).stream())
                        .collect(Collectors.toSet()),
                fields.get("group"),
                Boolean.parseBoolean(fields.get("enabled")),
                fields.get("database_account"));
    }

    /** What can't be right. */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        if (fullName.isEmpty() || isBad(fullName)) {
            found.add(new Violation("full_name", "1 to %d characters on one line".formatted(LONGEST)));
        }
        if (roles.isEmpty()) {
            found.add(new Violation("roles", "at least one"));
        }
        if (databaseAccount != null && isBad(databaseAccount)) {
            found.add(new Violation("database_account", "at most %d characters on one line".formatted(LONGEST)));
        }
        return found;
    }

    /** What is wrong with the name of a new account; empty if nothing is. */
    public static List<Violation> violationsOfName(String name) {
        return name != null && NAME.matcher(name).matches()
                ? List.of()
                : List.of(new Violation(
                        "name", "1 to 64 letters, digits, dots, hyphens, underscores or @, a letter or digit first"));
    }

    private static boolean isBad(String text) {
        return text.length() > LONGEST || CONTROL.matcher(text).find();
    }

    /** Each setting as a text, for the audit and for comparing. */
    public Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("full_name", fullName);
        fields.put("roles", roleWords().stream().collect(Collectors.joining(", ")));
        fields.put("group", group);
        fields.put("enabled", Boolean.toString(enabled));
        fields.put("database_account", databaseAccount);
        return fields;
    }

    public Set<String> roleWords() {
        return roles.stream().map(Role::word).collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean isAdministrator() {
        return enabled && roles.contains(Role.ADMIN);
    }
}
