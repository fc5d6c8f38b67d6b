package org.switchroom.demo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbers that asked not to be called. No list has them, but for some that a load is to find. */
final class Blocked {
    private static final int FIRST_UNUSED = 92;
    private static final int EACH = 6;
    private static final int FIRST_UNUSED_GERMAN = 900;
    private static final int GERMAN = 8;

    private Blocked() {}

    /** By nobody. */
    static List<String> everywhere() {
        return Stream.of("us-east", "us-west")
                .flatMap(area -> of(area, FIRST_UNUSED, EACH))
                .toList();
    }

    /** By the German campaign: consents that were taken back. */
    static List<String> byTheGermanCampaign() {
        return of("de", FIRST_UNUSED_GERMAN, GERMAN).toList();
    }

    private static Stream<String> of(String area, int first, int count) {
        return Place.of(area).stream()
                .flatMap(place -> IntStream.range(first, first + count).mapToObj(place::number));
    }
}
