package org.switchroom.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences of the bundle with their blanks filled, and messages made of them. */
@Named
@RequestScoped
public class Words {
    @Inject
    private Look look;

    public String of(String key, Object... values) {
        String pattern = Texts.of(Texts.MESSAGES, look.getLocale()).getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, look.getLocale()).format(values);
    }

    /** A header of AMI in words, with its own name for those who know it. */
    public String header(String name) {
        return term("header", name);
    }

    /** A word of the product ({@code role.agent}, {@code field.full_name}) in the reader's language; itself, if there is none. */
    public String term(String kind, Object value) {
        ResourceBundle bundle = Texts.of(Texts.MESSAGES, look.getLocale());
        String key = kind + "." + value;
        return bundle.containsKey(key) ? bundle.getString(key) : String.valueOf(value);
    }

    /** A field of what the audit speaks of, as its own page calls it; itself, if no page does. */
    public String field(String subject, String name) {
        ResourceBundle bundle = Texts.of(Texts.MESSAGES, look.getLocale());
        return kindsOf(subject)
                .map(kind -> kind + "." + name)
                .filter(bundle::containsKey)
                .findFirst()
                .map(bundle::getString)
                .orElse(name);
    }

    private static Stream<String> kindsOf(String subject) {
        String[] words = subject.split("_");
        String part = Arrays.stream(words, 1, words.length)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", words[0], ""));
        return subject.equals("campaign")
                ? Stream.of("setting", "field")
                : Stream.of("setting." + part, "field", "inbound.set", "setting.part");
    }

    /** A number of milliseconds with its unit; "-" if there is none. */
    public String millis(Object value) {
        return value instanceof Number number && number.doubleValue() >= 0
                ? look.number(Math.round(number.doubleValue() * 10) / 10.0) + " ms"
                : "-";
    }

    /** Adds a message that belongs to no field. */
    public void say(FacesMessage.Severity severity, String key, Object... values) {
        sayAt(null, severity, of(key, values));
    }

    /** The same, shown on the page that is opened next. */
    public void sayNext(FacesMessage.Severity severity, String key, Object... values) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        say(severity, key, values);
    }

    /** Adds a message beside the field of this client id. */
    public void sayAt(String clientId, FacesMessage.Severity severity, String sentence) {
        FacesContext.getCurrentInstance().addMessage(clientId, new FacesMessage(severity, sentence, sentence));
    }
}
