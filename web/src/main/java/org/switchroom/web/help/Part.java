package org.switchroom.web.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a sentence.
 *
 * @param word key of the glossary's word that it is; empty for ordinary text
 */
public record Part(String text, String word) {
    private static final Pattern LINK = Pattern.compile("\\[\\[([a-z0-9_]+)(?:\\|([^\\]]+))?]]");

    /** Takes {@code A [[campaign]] has [[list|lists]].} apart; a link without a text of its own shows the word itself. */
    static List<Part> of(String sentence, Glossary glossary) {
        List<Part> parts = new ArrayList<>();
        Matcher links = LINK.matcher(sentence);
        int from = 0;
        while (links.find()) {
            add(parts, sentence.substring(from, links.start()), "");
            String word = links.group(1);
            boolean begins = sentence.substring(0, links.start()).matches("(?s)(.*[.:] )?");
            String shown = begins ? glossary.word(word) : glossary.wordInside(word);
            add(parts, links.group(2) == null ? shown : links.group(2), word);
            from = links.end();
        }
        add(parts, sentence.substring(from), "");
        return parts;
    }

    private static void add(List<Part> parts, String text, String word) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, word));
        }
    }
}
