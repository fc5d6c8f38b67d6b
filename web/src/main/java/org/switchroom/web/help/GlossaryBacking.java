package org.switchroom.web.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.switchroom.web.help.Glossary.Entry;
import org.switchroom.web.support.Look;

/** The glossary in the reader's language, and what of it somebody looks for. */
@Named("glossary")
@RequestScoped
public class GlossaryBacking {
    @Inject
    private Look look;

    private Glossary words;
    private String text;

    public List<Entry> getEntries() {
        return words().find(text);
    }

    /** Key of the word that explains a setting of this id; empty if none does. */
    public String ofSetting(String id) {
        return SettingTerms.of(id).orElse("");
    }

    /** Whether it explains this. */
    public boolean has(String key) {
        return key != null && words().has(key);
    }

    public Entry entry(String key) {
        return words().entry(key);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    Glossary words() {
        if (words == null) {
            words = new Glossary(look.getLocale());
        }
        return words;
    }
}
