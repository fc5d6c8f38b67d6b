package org.switchroom.system.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchroom.system.Instance;

/** Types hostile texts into every field that pages have, longer than a browser would let, and looks at what comes back. */
final class Typing {
    private static final String NONCE = "primefaces.nonce";
    private static final List<String> TEXTS = List.of(HostileTexts.MARKUP, HostileTexts.SHORT);
    private static final Pattern RAN =
            Pattern.compile("<(img|b|i|svg|script) (src=x )?class=\"?swr-hostile|" + HostileTexts.COMPUTED);
    private static final Pattern FIELD = Pattern.compile("<h:inputText(?:area)? id=\"(\\w+)\"");

    private final PageClient browser;
    private final List<String> broken = new ArrayList<>();
    private final Set<String> typed = new TreeSet<>();

    Typing(PageClient browser) {
        this.browser = browser;
    }

    /** Into each form of this page, which is drawn anew for each, and into what appears then. */
    void everywhere(String path) {
        List<PageForm> drawn = PageForm.all(browser.get(path).body());
        for (int i = 0; i < drawn.size(); i++) {
            if (!drawn.get(i).texts().isEmpty()) {
                for (String text : TEXTS) {
                    anew(path, i, text);
                }
            }
        }
    }

    private void anew(String path, int number, String text) {
        PageClient.Answer page = browser.get(path);
        List<PageForm> all = PageForm.all(page.body());
        if (number < all.size()) {
            PageForm form = all.get(number);
            PageClient.Answer answer = send(path, page.nonce(), form, text);
            unseen(answer).forEach(next -> send(path, answer.nonce(), next, text));
            if (!form.boxes().isEmpty()) {
                PageClient.Answer ticked = browser.post(path, ticked(form, page.nonce()));
                unseen(ticked).forEach(next -> send(path, ticked.nonce(), next, text));
            }
        }
    }

    /** Some fields appear only when something is ticked. */
    private static Map<String, String> ticked(PageForm form, String nonce) {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        form.boxes().forEach(box -> fields.put(box, "on"));
        fields.put(NONCE, nonce);
        return fields;
    }

    private List<PageForm> unseen(PageClient.Answer page) {
        return PageForm.all(page.body()).stream()
                .filter(form -> form.texts().stream().map(Typing::field).anyMatch(field -> !typed.contains(field)))
                .toList();
    }

    private static String field(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    /** What was carried out, or broke the page. */
    List<String> broken() {
        return broken;
    }

    /** The fields that pages have and nobody typed in. */
    Set<String> left() {
        Path pages = Instance.running().root().resolve("web/src/main/webapp");
        try (Stream<Path> files = Files.walk(pages)) {
            Set<String> left = new TreeSet<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                FIELD.matcher(Files.readString(file)).results().forEach(field -> left.add(field.group(1)));
            }
            left.removeAll(typed);
            return left;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PageClient.Answer send(String path, String nonce, PageForm form, String text) {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        form.texts().forEach(name -> {
            fields.put(name, text);
            typed.add(field(name));
        });
        form.mainButtons().forEach(button -> fields.put(button, button));
        fields.put(NONCE, nonce);
        PageClient.Answer answer = browser.post(path, fields);
        PageClient.Answer shown =
                answer.status() == 302 ? browser.get(answer.location().replaceFirst("^https?://[^/]+", "")) : answer;
        if (shown.status() != 200 || RAN.matcher(shown.body()).find()) {
            broken.add("%s %s: %s %s".formatted(path, form.id(), shown, where(shown.body())));
        }
        return shown;
    }

    private static String where(String body) {
        return RAN.matcher(body)
                .results()
                .map(found ->
                        body.substring(Math.max(0, found.start() - 80), Math.min(body.length(), found.end() + 80)))
                .collect(Collectors.joining(" ... "));
    }
}
