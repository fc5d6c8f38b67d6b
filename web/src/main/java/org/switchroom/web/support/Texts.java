package org.switchroom.web.support;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The bundles. What a language lacks is English, whatever the machine's own language is. */
public final class Texts {
    public static final String MESSAGES = "messages";
    public static final String HELP = "help";
    public static final String GLOSSARY = "glossary";

    private static final String PACKAGE = "org.switchroom.web.";
    private static final Control ENGLISH_ELSE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Texts() {}

    public static ResourceBundle of(String bundle, Locale locale) {
        return ResourceBundle.getBundle(PACKAGE + bundle, locale, ENGLISH_ELSE);
    }
}
