package org.switchroom.user.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** By what tries from one place are counted: an address of IPv4, or the first half of one of IPv6, since the other half is a customer's own. */
public final class AddressKey {
    private static final int GROUPS = 8;
    private static final int NETWORK_GROUPS = 4;

    private AddressKey() {}

    /** The key of an address as the container gives it; an address of IPv4 that is written as one of IPv6 counts as itself. */
    public static String of(String address) {
        String bare = address.replaceFirst("%.*$", "");
        if (!bare.contains(":")) {
            return bare;
        }
        if (bare.contains(".")) {
            return bare.substring(bare.lastIndexOf(':') + 1);
        }
        return Arrays.stream(groups(bare)).limit(NETWORK_GROUPS).collect(Collectors.joining(":")) + "::/64";
    }

    private static String[] groups(String address) {
        String[] halves = address.split("::", -1);
        String[] before = parts(halves[0]);
        String[] after = halves.length > 1 ? parts(halves[1]) : new String[0];
        String[] all = new String[GROUPS];
        Arrays.fill(all, "0");
        System.arraycopy(before, 0, all, 0, Math.min(before.length, GROUPS));
        if (after.length <= GROUPS) {
            System.arraycopy(after, 0, all, GROUPS - after.length, after.length);
        }
        return Arrays.stream(all).map(AddressKey::withoutZeros).toArray(String[]::new);
    }

    private static String[] parts(String half) {
        return half.isEmpty() ? new String[0] : half.split(":");
    }

    private static String withoutZeros(String group) {
        String bare = group.toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
        return bare.isEmpty() ? "0" : bare;
    }
}
