package org.switchroom.system.attack;

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
 * @param buttons names of what sends it
 */
record PageForm(String id, boolean multipart, Map<String, String> fields, List<String> buttons) {
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern BUTTON = Pattern.compile("<button\\b([^>]*)>");

    static List<PageForm> all(String page) {
        return FORM.matcher(page)
                .results()
                .filter(form -> attribute(form.group(1), "method").orElse("").equalsIgnoreCase("post"))
                .map(form -> form(form.group(1), form.group(2)))
                .toList();
    }

    private static PageForm form(String head, String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(body);
        while (input.find()) {
            String attributes = input.group(1);
            attribute(attributes, "name")
                    .ifPresent(name ->
                            fields.put(name, attribute(attributes, "value").orElse("")));
        }
        List<String> buttons = BUTTON.matcher(body)
                .results()
                .flatMap(button -> attribute(button.group(1), "name").stream())
                .toList();
        return new PageForm(
                attribute(head, "id").orElse(""),
                attribute(head, "enctype").orElse("").startsWith("multipart"),
                fields,
                buttons);
    }

    private static Optional<String> attribute(String attributes, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? Optional.of(plain(found.group(1))) : Optional.empty();
    }

    private static String plain(String text) {
        return text.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
