package org.switchroom.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody is in the demo's files: numbers and addresses are those that are kept free for fiction, and they are the same each time. */
class LeadFileTest {
    private static final Pattern NUMBER = Pattern.compile("\\+([0-9]{9,13})");

    /**
     * Who keeps them free: NANPA (555-0100 to 0199 of each area code, and 800-555-0199), Ofcom (numbers for drama), BNetzA (Rufnummern
     * für Medienproduktionen), Arcep (numéros pour les œuvres audiovisuelles), ACMA (numbers for use in TV shows).
     */
    private static final List<String> FREE_FOR_FICTION = List.of(
            "1[2-9][0-9]{2}55501[0-9]{2}",
            "18005550199",
            "441(13|14|15|17|21|31|41|51|61)4960[0-9]{3}",
            "442079460[0-9]{3}",
            "447700900[0-9]{3}",
            "49(3023125|4066969|2214710|8999998|6990009)[0-9]{3}",
            "33(19900|26191|35301|46571|53649)[0-9]{4}",
            "61[2378]5550[0-9]{4}");

    @Test
    void holdsTenThousandLeads() {
        assertEquals(10_000, ListPlan.all().stream().mapToInt(ListPlan::size).sum());
    }

    @Test
    void givesEachLeadANumberOfItsOwn() {
        Set<String> seen = new HashSet<>();

        ListPlan.all()
                .forEach(plan ->
                        good(plan).forEach(row -> seen.add(row.split("\\+")[1].split(",")[0])));

        assertEquals(10_000, seen.size());
    }

    @Test
    void hasNoNumberThatSomebodyCouldHave() {
        Stream<String> files = ListPlan.all().stream().map(plan -> new LeadFile(plan).csv());
        Stream<String> blocked = Stream.of(Blocked.everywhere(), Blocked.byTheGermanCampaign())
                .flatMap(List::stream)
                .map(number -> "+" + number);
        List<String> real = Stream.of(files, blocked, Resources.lines("centre.rest"))
                .flatMap(texts -> texts)
                .flatMap(text -> NUMBER.matcher(text).results())
                .map(found -> found.group(1))
                .filter(number -> FREE_FOR_FICTION.stream().noneMatch(number::matches))
                .distinct()
                .toList();

        assertEquals(List.of(), real);
    }

    @Test
    void callsOnNoDomainThatSomebodyCouldHave() {
        Set<String> domains = Stream.concat(
                        ListPlan.all().stream().map(plan -> new LeadFile(plan).csv()), Resources.lines("centre.rest"))
                .flatMap(text -> Pattern.compile("(?:@|https?://)([a-z0-9.-]+)")
                        .matcher(text)
                        .results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertTrue(domains.stream().allMatch(name -> name.endsWith("example.com")), domains::toString);
    }

    @Test
    void isTheSameEachTime() {
        for (ListPlan plan : ListPlan.all()) {
            assertEquals(new LeadFile(plan).csv(), new LeadFile(plan).csv());
        }
    }

    @Test
    void writesNamesInSeveralScripts() {
        String file =
                ListPlan.all().stream().map(plan -> new LeadFile(plan).csv()).collect(Collectors.joining());

        for (String script : List.of("Han", "Hangul", "Arabic", "Hebrew", "Cyrillic", "Greek", "Devanagari", "Thai")) {
            Matcher letters = Pattern.compile("\\p{Is" + script + "}{2,}").matcher(file);
            assertTrue(letters.find(), script);
        }
    }

    @Test
    void writesWhatACommaIsInQuotes() {
        String line = Resources.lines("places.txt").findFirst().orElseThrow();

        assertEquals(6, line.split(";").length);
        assertTrue(ListPlan.all().stream()
                .map(plan -> new LeadFile(plan)
                        .csv()
                        .lines()
                        .map(LeadFileTest::cells)
                        .distinct()
                        .count())
                .allMatch(widths -> widths == 1));
    }

    private static Stream<String> good(ListPlan plan) {
        return new LeadFile(plan).csv().lines().skip(1).limit(plan.size());
    }

    private static int cells(String line) {
        return line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1).length;
    }
}
