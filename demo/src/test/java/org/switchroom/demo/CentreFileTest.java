package org.switchroom.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The requests that set the centre up name nothing that is not there. */
class CentreFileTest {
    private static final List<String> REQUESTS = Resources.lines("centre.rest").toList();

    @Test
    void saysAMethodAPathAndABodyInEachLine() {
        assertTrue(REQUESTS.stream().allMatch(line -> line.matches("(POST|PUT|PATCH) /api/v1/[^ ]+ \\{.*}")));
    }

    @Test
    void hasFiveCampaignsAndTheirListsBelongToThem() {
        Set<String> campaigns = found("POST /api/v1/campaigns \\{\"id\":\"(\\w+)\"");

        assertEquals(5, campaigns.size());
        assertTrue(ListPlan.all().stream()
                .allMatch(plan ->
                        campaigns.stream().anyMatch(id -> plan.settings().contains("\"campaign_id\":\"" + id + '"'))));
    }

    @Test
    void leadsCallersOnlyToWhatWasMadeBefore() {
        Set<String> made = new HashSet<>();
        for (String request : REQUESTS) {
            for (String kind : List.of("IN_GROUP", "CALL_MENU", "VOICEMAIL_BOX")) {
                Pattern.compile("\"" + kind + ":(\\w+)\"")
                        .matcher(request)
                        .results()
                        .map(target -> kind + ":" + target.group(1))
                        .forEach(target -> assertTrue(made.contains(target), target));
            }
            Pattern.compile("PUT /api/v1/inbound/([a-z-]+)/(\\w+) ")
                    .matcher(request)
                    .results()
                    .forEach(item -> made.add(kind(item.group(1)) + ":" + item.group(2)));
        }
    }

    @Test
    void endsCallsOnlyAsTheCampaignKnows() {
        Set<String> own = found("campaign-parts/dispositions \\{\"campaign_id\":\"\\w+\",\"code\":\"(\\w+)\"");

        ListPlan.all().forEach(plan -> assertTrue(own.containsAll(plan.ends().keySet()), plan.name()));
    }

    private static Set<String> found(String pattern) {
        return REQUESTS.stream()
                .flatMap(line -> Pattern.compile(pattern).matcher(line).results())
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static String kind(String path) {
        return switch (path) {
            case "in-groups" -> "IN_GROUP";
            case "call-menus" -> "CALL_MENU";
            case "voicemail-boxes" -> "VOICEMAIL_BOX";
            default -> path;
        };
    }
}
