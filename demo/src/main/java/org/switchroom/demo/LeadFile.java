package org.switchroom.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** The file of a list: one lead a row, the same each time it is made. */
final class LeadFile {
    /** Any number will do, as long as it stays. */
    private static final long SEED = 20_041_128L;

    /** So many of 100 people have a name that is not written in Latin letters. */
    private static final int OTHER_SCRIPTS = 4;

    private static final List<String> OWN = List.of("power_bill", "contract_ends", "tariff", "meter", "yearly_kwh");
    private static final List<String> COLUMNS = List.of(
            "title",
            "first_name",
            "last_name",
            "address1",
            "city",
            "state",
            "post_code",
            "country",
            "phone",
            "vendor_id",
            "email",
            "rank",
            "owner",
            "status");

    private final ListPlan plan;
    private final List<Place> places;
    private final Names names;
    private final List<Names> others = Names.ofOtherScripts();
    private final SplittableRandom chance;
    private final List<String> own;

    LeadFile(ListPlan plan) {
        this.plan = plan;
        this.places = Place.of(plan.area());
        this.names = Names.of(plan.language());
        this.chance = new SplittableRandom(SEED + plan.name().hashCode());
        this.own = OWN.stream()
                .filter(field -> plan.own(field, new SplittableRandom(0)).isPresent())
                .toList();
    }

    /** As CSV in UTF-8, with the names of the columns first. */
    String csv() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(COLUMNS);
        head.addAll(own);
        rows.add(head);
        for (int i = 0; i < plan.size(); i++) {
            Place place = places.get(i % places.size());
            rows.add(row(place, place.number(i / places.size()), i));
        }
        rows.addAll(mistakes());
        return rows.stream()
                .map(row -> row.stream().map(LeadFile::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What every file from outside has some of, and what a load refuses: numbers that are none, twice, and not to be called. */
    private List<List<String>> mistakes() {
        if (!plan.area().equals("us-west")) {
            return List.of();
        }
        Place place = places.get(0);
        List<List<String>> rows = new ArrayList<>();
        for (String phone : List.of("unknown", "555-0101", "ask for Bill", "+1 312", "", "1312555010044")) {
            rows.add(row(place, phone, rows.size()));
        }
        for (int i = 0; i < 5; i++) {
            rows.add(row(place, place.number(i), i));
        }
        Blocked.everywhere().stream()
                .filter(number -> number.startsWith(place.prefix()))
                .forEach(number -> rows.add(row(place, number, rows.size())));
        return rows;
    }

    private List<String> row(Place place, String phone, int index) {
        boolean other = chance.nextInt(100) < OTHER_SCRIPTS;
        Names called = other ? others.get(chance.nextInt(others.size())) : names;
        String first = Names.any(called.first(), chance);
        String last = Names.any(called.last(), chance);
        String disposition = plan.disposition(chance);
        List<String> row = new ArrayList<>(List.of(
                Names.any(names.titles(), chance),
                first,
                last,
                street(),
                place.city(),
                place.state(),
                place.postCode(index),
                plan.country(),
                phone.matches("[0-9]{9,12}") ? "+" + phone : phone,
                "%s-%05d".formatted(plan.country(), index + 1),
                mail(first, last, index),
                Integer.toString(chance.nextInt(10)),
                disposition.equals("NEW") ? "" : Names.any(plan.agents(), chance),
                disposition));
        own.forEach(field -> row.add(plan.own(field, chance).orElseThrow()));
        return row;
    }

    private String street() {
        String street = Names.any(names.streets(), chance);
        int number = 1 + chance.nextInt(plan.country().equals("US") ? 4000 : 120);
        return plan.country().equals("DE") ? street + " " + number : number + " " + street;
    }

    /** At a domain that nobody can have; a name in another script stands there as a number. */
    private static String mail(String first, String last, int index) {
        String name = (first + "." + last).toLowerCase(java.util.Locale.ROOT);
        return (name.matches("[a-z.]+") ? name : "customer." + (index + 1)) + "@example.com";
    }

    private static String cell(String value) {
        return value.matches(".*[\",\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
