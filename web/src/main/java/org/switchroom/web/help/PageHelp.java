package org.switchroom.web.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.switchroom.web.support.Texts;

/**
 * The help of one page, by its path: {@code admin.lead.load.about}, {@code .1}, {@code .2} and so on, {@code .words} with commas between. A
 * page without help of its own has that of its folder.
 */
public final class PageHelp {
    private static final String ABOUT = ".about";

    private final String key;
    private final ResourceBundle bundle;
    private final Glossary glossary;

    /** @param page path of the page, {@code /admin/lead/load.xhtml} */
    public PageHelp(String page, Locale locale) {
        this.bundle = Texts.of(Texts.HELP, locale);
        this.glossary = new Glossary(locale);
        String wanted =
                page.replaceFirst("^/", "").replaceFirst("\\.xhtml$", "").replace('/', '.');
        while (!bundle.containsKey(wanted + ABOUT) && wanted.contains(".")) {
            wanted = wanted.substring(0, wanted.lastIndexOf('.'));
        }
        this.key = wanted;
    }

    public boolean isThere() {
        return bundle.containsKey(key + ABOUT);
    }

    /** What the page is for. */
    public List<Part> about() {
        return Part.of(bundle.getString(key + ABOUT), glossary);
    }

    /** What can be done on it, a sentence or two each. */
    public List<List<Part>> points() {
        List<List<Part>> points = new ArrayList<>();
        for (int i = 1; bundle.containsKey(key + "." + i); i++) {
            points.add(Part.of(bundle.getString(key + "." + i), glossary));
        }
        return points;
    }

    /** Words that somebody on this page may not know. */
    public List<Glossary.Entry> words() {
        String keys = key + ".words";
        return bundle.containsKey(keys)
                ? List.of(bundle.getString(keys).split("\\s*,\\s*")).stream()
                        .map(glossary::entry)
                        .toList()
                : List.of();
    }
}
