package org.switchroom.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Invented people of one language.
 *
 * @param streets none where only the name is of that language
 */
record Names(String language, List<String> titles, List<String> first, List<String> last, List<String> streets) {

    static List<Names> all() {
        return Resources.lines("names.txt").map(Names::read).toList();
    }

    static Names of(String language) {
        return all().stream()
                .filter(names -> names.language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    /** Those whose names are written in another script than the Latin one. */
    static List<Names> ofOtherScripts() {
        return all().stream().filter(names -> names.streets().isEmpty()).toList();
    }

    static String any(List<String> words, SplittableRandom chance) {
        return words.isEmpty() ? "" : words.get(chance.nextInt(words.size()));
    }

    private static Names read(String line) {
        String[] parts = line.split(";", -1);
        return new Names(parts[0], words(parts[1]), words(parts[2]), words(parts[3]), words(parts[4]));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }
}
