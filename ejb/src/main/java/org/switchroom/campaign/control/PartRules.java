package org.switchroom.campaign.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.campaign.entity.Rule;
import org.switchroom.campaign.entity.Setting;
import org.switchroom.campaign.entity.Violation;

/** What the values of a part must be, each by itself and all together. */
public final class PartRules {
    private PartRules() {}

    /**
     * A value for each field of the kind: as given, else as it was, else the default.
     *
     * @throws CampaignInvalidException naming all that is wrong
     */
    public static Map<String, String> values(PartKind kind, Map<String, String> before, Map<String, String> given) {
        List<Violation> wrong = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (Setting field : kind.fields()) {
            String value = given.getOrDefault(field.id(), before.getOrDefault(field.id(), field.fallback()));
            field.check(value).ifPresentOrElse(wrong::add, () -> values.put(field.id(), field.canonical(value)));
        }
        if (wrong.isEmpty()) {
            together(kind, values, wrong);
        }
        CampaignInvalidException.refuse(wrong);
        return values;
    }

    /** @throws CampaignInvalidException if no part of this kind can have this key */
    public static void checkKey(PartKind kind, String code) {
        kind.keyField().check(code).ifPresent(wrong -> CampaignInvalidException.refuse(List.of(wrong)));
    }

    private static void together(PartKind kind, Map<String, String> values, List<Violation> wrong) {
        if (kind == PartKind.DISPOSITION) {
            int least = Integer.parseInt(values.get("least_seconds"));
            int most = Integer.parseInt(values.get("most_seconds"));
            if (most > 0 && most < least) {
                wrong.add(Violation.of("most_seconds", Rule.NOT_BELOW, least));
            }
        }
        if (kind == PartKind.PRESET
                && values.get("target").isEmpty()
                && values.get("dtmf").isEmpty()) {
            wrong.add(Violation.of("target", Rule.NEEDED));
        }
    }
}
