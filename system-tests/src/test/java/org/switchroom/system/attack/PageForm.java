package org.switchroom.system.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form that a page posts.
 *
 * @param fields its inputs with their values, also the hidden ones; no buttons
 * @param boxes names of what can be ticked, also what is not
 * @param texts names of those in which somebody writes
 * @param buttons names of what sends it
 * @param mainButtons names of those that do what the form is for, or add to it
 */
record PageForm(
        String id,
        Map<String, String> fields,
        List<String> boxes,
        List<String> texts,
        List<String> buttons,
        List<String> mainButtons) {
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern AREA = Pattern.compile("<textarea\\b([^>]*)>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern SELECT = Pattern.compile("<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option\\b([^>]*selected=\"selected\"[^>]*)>");
    private static final String MAIN = "is-filled|:(add|try)\"";
    private static final Pattern BUTTON = Pattern.compile("<button\\b([^>]*)>");
    private static final Pattern WRITTEN = Pattern.compile("|text|search|number|email|tel|url|date|datetime-local");
    private static final Pattern TICKED = Pattern.compile("checkbox|radio");

    static List<PageForm> all(String page) {
        return FORM.matcher(page)
                .results()
                .filter(form -> attribute(form.group(1), "method").orElse("").equalsIgnoreCase("post"))
                .map(form -> form(form.group(1), form.group(2)))
                .toList();
    }

    private static PageForm form(String head, String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> boxes = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        each(INPUT, body, input -> input(input.group(1), fields, boxes, texts));
        each(
                AREA,
                body,
                area -> attribute(area.group(1), "name").ifPresent(name -> {
                    fields.put(name, plain(area.group(2)));
                    texts.add(name);
                }));
        each(
                SELECT,
                body,
                select -> attribute(select.group(1), "name").ifPresent(name -> {
                    Matcher chosen = CHOSEN.matcher(select.group(2));
                    fields.put(
                            name,
                            chosen.find() ? attribute(chosen.group(1), "value").orElse("") : "");
                }));
        return new PageForm(
                attribute(head, "id").orElse(""), fields, boxes, texts, buttons(body, ""), buttons(body, MAIN));
    }

    private static void input(String attributes, Map<String, String> fields, List<String> boxes, List<String> texts) {
        String type = attribute(attributes, "type").orElse("");
        boolean left = TICKED.matcher(type).matches() && !attributes.contains("checked=");
        attribute(attributes, "name").filter(name -> type.equals("checkbox")).ifPresent(boxes::add);
        attribute(attributes, "name").filter(name -> !left).ifPresent(name -> {
            fields.put(name, attribute(attributes, "value").orElse(""));
            if (WRITTEN.matcher(type).matches()) {
                texts.add(name);
            }
        });
    }

    private static List<String> buttons(String body, String kind) {
        Pattern wanted = Pattern.compile(kind);
        return BUTTON.matcher(body)
                .results()
                .filter(button -> wanted.matcher(button.group(1)).find())
                .flatMap(button -> attribute(button.group(1), "name").stream())
                .toList();
    }

    private interface Found {
        void is(Matcher part);
    }

    private static void each(Pattern pattern, String body, Found found) {
        Matcher matcher = pattern.matcher(body);
        while (matcher.find()) {
            found.is(matcher);
        }
    }

    private static Optional<String> attribute(String attributes, String name) {
        Matcher found = Pattern.compile("(?<![-\\w])" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? Optional.of(plain(found.group(1))) : Optional.empty();
    }

    private static String plain(String text) {
        return text.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
