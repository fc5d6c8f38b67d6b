package org.switchroom.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A list of leads that the demo centre has.
 *
 * @param settings the body of the request that adds it
 * @param area where its leads live
 * @param language whose names most of them have
 * @param ends how calls of this campaign end, beside those of all campaigns: disposition -> of 1,000 leads
 * @param agents who called them
 */
record ListPlan(
        String name,
        String settings,
        String area,
        String country,
        String language,
        int size,
        Map<String, Integer> ends,
        List<String> agents) {

    /** Dispositions that every campaign has, of 1,000 leads; the others are new. */
    private static final Map<String, Integer> ENDS_OF_ALL = Map.of(
            "NO_ANSWER", 160,
            "BUSY", 35,
            "MACHINE_AGENT", 60,
            "CALLBACK", 8,
            "DISCONNECTED", 15,
            "WRONG_NUMBER", 9,
            "ABANDONED", 3,
            "NOT_INTERESTED", 45);

    private static final List<String> SALES = List.of("maria.lopez", "jack.turner", "wei.zhang", "priya.sharma");
    private static final List<String> GERMAN = List.of("anna.schmidt", "olena.shevchenko");
    private static final List<String> FIELD = List.of("camille.dubois", "tomasz.zielinski");

    /** All of them, 10,000 leads together. */
    static List<ListPlan> all() {
        return List.of(
                solar("US home owners, east", "us-east"),
                solar("US home owners, west", "us-west"),
                fibre(),
                fibreOfLastYear(),
                strom(),
                survey("Survey, France", "fr", "FR", "fr", 800),
                survey("Survey, Australia", "au", "AU", "en-AU", 900));
    }

    private static ListPlan solar(String name, String area) {
        String settings = """
                {"name":"%s","campaign_id":"SOLAR_US","region":"US","active":true,
                "fields":{"power_bill":{"label":"Power bill a month, USD","kind":"NUMBER"}}}""";
        Map<String, Integer> ends = Map.of("APPOINTMENT", 30, "RENTS", 25, "HAS_SOLAR", 20);
        return new ListPlan(name, settings.formatted(name), area, "US", "en-US", 2000, ends, SALES);
    }

    private static ListPlan fibre() {
        String name = "Fibre, contract ends soon";
        String settings = """
                {"name":"%s","campaign_id":"FIBRE_UK","region":"GB","active":true,
                "fields":{"contract_ends":{"label":"Contract ends","kind":"DATE"},
                "tariff":{"label":"Tariff","kind":"CHOICE","choices":["Fibre 50","Fibre 150","Fibre 500"]}}}""";
        Map<String, Integer> ends = Map.of("RENEWED", 70, "LEAVES", 30, "MOVED", 12);
        return new ListPlan(name, settings.formatted(name), "uk", "GB", "en-GB", 2500, ends, SALES);
    }

    private static ListPlan fibreOfLastYear() {
        String name = "Fibre, mobiles of last year";
        String settings = """
                {"name":"%s","campaign_id":"FIBRE_UK","region":"GB","active":false,"expires_on":"2025-12-31"}""";
        Map<String, Integer> ends = Map.of("RENEWED", 240, "LEAVES", 180);
        return new ListPlan(name, settings.formatted(name), "uk-mobile", "GB", "en-GB", 300, ends, SALES);
    }

    private static ListPlan strom() {
        String name = "Bestandskunden Ökostrom";
        String settings = """
                {"name":"%s","campaign_id":"STROM_DE","region":"DE","active":true,
                "fields":{"meter":{"label":"Zählernummer","kind":"TEXT"},"yearly_kwh":{"label":"kWh im Jahr","kind":"NUMBER"}}}""";
        Map<String, Integer> ends = Map.of("ANGEBOT", 55, "KEINE_EINWILLIGUNG", 9);
        return new ListPlan(name, settings.formatted(name), "de", "DE", "de", 1500, ends, GERMAN);
    }

    private static ListPlan survey(String name, String area, String country, String language, int size) {
        String settings = """
                {"name":"%s","campaign_id":"SURVEY","region":"%s","active":true}""";
        Map<String, Integer> ends = Map.of("ANSWERED_ALL", 120, "ANSWERED_SOME", 25);
        return new ListPlan(name, settings.formatted(name, country), area, country, language, size, ends, FIELD);
    }

    /** The disposition of a lead, and NEW for most. */
    String disposition(SplittableRandom chance) {
        int at = chance.nextInt(1000);
        for (Map<String, Integer> shares : List.of(ends, ENDS_OF_ALL)) {
            for (String code : shares.keySet().stream().sorted().toList()) {
                at -= shares.get(code);
                if (at < 0) {
                    return code;
                }
            }
        }
        return "NEW";
    }

    /** The value of a field that only this list has; empty for a field that it has not. */
    Optional<String> own(String field, SplittableRandom chance) {
        if (!settings.contains('"' + field + '"')) {
            return Optional.empty();
        }
        return Optional.of(
                switch (field) {
                    case "power_bill" -> Integer.toString(60 + chance.nextInt(240));
                    case "contract_ends" -> "2027-%02d-%02d".formatted(1 + chance.nextInt(3), 1 + chance.nextInt(28));
                    case "tariff" -> "Fibre " + List.of(50, 150, 500).get(chance.nextInt(3));
                    case "meter" -> "1EMH00%08d".formatted(chance.nextInt(100_000_000));
                    default -> Integer.toString(1200 + chance.nextInt(5000));
                });
    }
}
