package org.switchroom.web.help;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.switchroom.web.support.Texts;

/** The words of the trade in one language. Each stands in the bundle with its key, and its meaning behind {@code .means}. */
public final class Glossary {
    static final String MEANING = ".means";

    private final Locale locale;
    private final ResourceBundle bundle;

    public Glossary(Locale locale) {
        this.locale = locale;
        this.bundle = Texts.of(Texts.GLOSSARY, locale);
    }

    /**
     * A word with what it means.
     *
     * @param key stands in addresses, the same in all languages
     */
    public record Entry(String key, String word, List<Part> meaning) {

        /** The meaning without its links. */
        public String text() {
            return meaning.stream().map(Part::text).collect(Collectors.joining());
        }
    }

    public boolean has(String key) {
        return bundle.containsKey(key + MEANING);
    }

    public String word(String key) {
        return bundle.getString(key);
    }

    /** The word inside a sentence: English has no capitals there, except in abbreviations. */
    String wordInside(String key) {
        String word = word(key);
        boolean small = locale.getLanguage().equals("en") && Character.isLowerCase(word.charAt(1));
        return small ? word.substring(0, 1).toLowerCase(locale) + word.substring(1) : word;
    }

    public Entry entry(String key) {
        return new Entry(key, word(key), Part.of(bundle.getString(key + MEANING), this));
    }

    /** Those whose word or meaning holds this text, by their words; all for an empty one. Those whose word begins with it come first. */
    public List<Entry> find(String text) {
        String wanted = text == null ? "" : text.strip().toLowerCase(locale);
        Comparator<Entry> order = Comparator.comparing(
                (Entry entry) -> !entry.word().toLowerCase(locale).startsWith(wanted));
        return bundle.keySet().stream()
                .filter(key -> !key.endsWith(MEANING))
                .map(this::entry)
                .filter(entry ->
                        (entry.word() + "\n" + entry.text()).toLowerCase(locale).contains(wanted))
                .sorted(order.thenComparing(Entry::word, Collator.getInstance(locale)))
                .toList();
    }
}
