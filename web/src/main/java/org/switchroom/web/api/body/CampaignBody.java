package org.switchroom.web.api.body;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchroom.campaign.control.Starter;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.CampaignPart;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.campaign.entity.Setting;

/** Campaigns and their parts as somebody sends them. Values become canonical texts; whether they can be is judged later. */
public final class CampaignBody {
    private static final String SETTINGS = "settings";
    private static final String VALUES = "values";

    private CampaignBody() {}

    /**
     * A campaign that shall be added.
     *
     * @param copyOf id of one that it shall be like
     * @param given what shall be otherwise than default or copy
     */
    public record NewCampaign(String id, Optional<String> copyOf, Map<String, String> given) {}

    /**
     * A part that shall be added.
     *
     * @param campaignId {@code *} for every campaign
     */
    public record NewPart(String campaignId, String code, Map<String, String> given) {}

    /** @throws BodyRefusedException if the body can't be read */
    public static NewCampaign readNew(String text) {
        JsonBody body = JsonBody.read(text, Set.of("id", "copy_of", "starter", SETTINGS));
        Map<String, String> given = new LinkedHashMap<>();
        body.string("starter").map(CampaignBody::starter).ifPresent(starter -> given.putAll(starter.settings()));
        given.putAll(settings(body, SETTINGS, CampaignCatalogue.settings()));
        return new NewCampaign(body.needString("id"), body.string("copy_of"), given);
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static Map<String, String> readSettings(String text) {
        return settings(JsonBody.read(text, Set.of(SETTINGS)), SETTINGS, CampaignCatalogue.settings());
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static NewPart readNewPart(PartKind kind, String text) {
        JsonBody body = JsonBody.read(text, Set.of("campaign_id", "code", VALUES));
        return new NewPart(
                body.string("campaign_id").orElse(CampaignPart.EVERY_CAMPAIGN),
                body.needString("code"),
                settings(body, VALUES, kind.fields()));
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static Map<String, String> readPart(PartKind kind, String text) {
        return settings(JsonBody.read(text, Set.of(VALUES)), VALUES, kind.fields());
    }

    private static Map<String, String> settings(JsonBody body, String name, Collection<Setting> settings) {
        Set<String> known = settings.stream().map(Setting::id).collect(Collectors.toSet());
        Map<String, String> given = new LinkedHashMap<>();
        body.object(name, known)
                .ifPresent(object -> settings.forEach(
                        setting -> value(object, setting).ifPresent(value -> given.put(setting.id(), value))));
        return given;
    }

    private static Optional<String> value(JsonBody object, Setting setting) {
        return switch (setting.kind()) {
            case YES_NO -> object.truth(setting.id()).map(String::valueOf);
            case NUMBER -> object.digits(setting.id());
            case SET, REFERENCES -> object.strings(setting.id()).map(words -> joined(setting.id(), words));
            default -> object.string(setting.id());
        };
    }

    private static String joined(String id, List<String> words) {
        if (words.stream().anyMatch(word -> word.contains(","))) {
            throw new BodyRefusedException(id, "No word may have a comma.");
        }
        return String.join(",", words);
    }

    private static Starter starter(String word) {
        return Arrays.stream(Starter.values())
                .filter(starter -> starter.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new BodyRefusedException(
                        "starter", "This must be one of %s.".formatted(Arrays.toString(Starter.values()))));
    }
}
