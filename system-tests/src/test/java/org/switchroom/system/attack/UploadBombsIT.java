package org.switchroom.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.system.Administrator;
import org.switchroom.system.Instance;
import org.switchroom.system.LeavesNothingBehind;
import org.switchroom.system.RestClient;

/** Files that would fill memory or disk, or are none: refused with a sentence, by the API and by the page, and not kept (ASVS v5.0.0-5). */
@Order(26)
@ExtendWith(LeavesNothingBehind.class)
class UploadBombsIT {
    private static final RestClient REST = Administrator.rest();
    private static final Path FOLDER = Instance.running().state().resolve("server/base/data/loads");

    /** Also of a file that unpacks to gigabytes, which is counted to its limit. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static PageClient admin;

    @BeforeAll
    static void prepare() throws SQLException {
        People people = new People();
        admin = people.session("admin");
    }

    @AfterAll
    static void leave() throws SQLException {
        People.leave();
    }

    static Stream<Arguments> bombs() throws IOException {
        byte[] workbook = Workbooks.of("phone", "7275551212");
        return Stream.of(
                bomb("nothing", new byte[0], "The file is empty."),
                bomb(
                        "a picture",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0},
                        "neither text nor a workbook"),
                bomb("an old workbook", bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1), "save it as .xlsx or CSV"),
                bomb(
                        "UTF-32",
                        "phone\n7275551212\n".getBytes(Charset.forName("UTF-32BE")),
                        "neither text nor a workbook"),
                bomb("a million columns", text("phone" + ",x".repeat(1_000_000) + "\n"), "more than 500 columns"),
                bomb(
                        "a line of ten megabytes",
                        text("phone,name\n1," + "x".repeat(10_000_000)),
                        "more than 262,144 characters"),
                bomb(
                        "a quotation mark that stays open",
                        text("phone,name\n1,\"" + "x,\n".repeat(200_000)),
                        "quotation mark"),
                bomb("a workbook cut off", Arrays.copyOf(workbook, workbook.length / 2), "can't be unpacked"),
                bomb("a workbook's beginning", Arrays.copyOf(workbook, 40), "can't be unpacked"),
                bomb("an archive that is none", Workbooks.archive(Map.of("readme.txt", 1L)), "can't be read"),
                bomb(
                        "three gigabytes packed",
                        Workbooks.archive(Map.of("xl/worksheets/sheet1.xml", 2_200L << 20)),
                        "would unpack to more than"),
                bomb(
                        "shared texts that fill memory",
                        Workbooks.archive(Map.of("xl/sharedStrings.xml", 300L << 20)),
                        "would unpack to more than"),
                bomb("five thousand parts", Workbooks.parts(5_000), "more than 2,000 parts"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    @Timeout(60)
    void isRefusedByTheApiWithASentence(String name, byte[] content, String sentence) throws IOException {
        Set<String> before = kept();
        long began = System.nanoTime();

        RestClient.Answer answer = Uploads.file(REST, "file_name=bomb", content);

        assertEquals(422, answer.status(), () -> name + ": " + answer);
        assertTrue(answer.json().getString("detail").contains(sentence), answer::toString);
        assertFalse(answer.response().body().contains("Exception"), answer::toString);
        assertTrue(System.nanoTime() - began < PATIENCE.toNanos(), "it took too long");
        assertEquals(before, kept(), "the file was kept");
    }

    /** Whether it is refused or read without what it would unfold to is one. */
    @ParameterizedTest
    @ValueSource(strings = {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"})
    @Timeout(60)
    void aWorkbookThatLaughsABillionTimesUnfoldsToNothing(String part) throws IOException {
        RestClient.Answer answer = Uploads.file(REST, "file_name=bomb", Workbooks.laughing(part));

        assertTrue(answer.status() == 422 || answer.status() == 201, answer::toString);
        assertFalse(answer.response().body().contains("lol"), answer::toString);
        if (answer.status() == 201) {
            REST.post("/api/v1/loads/" + answer.json().get("id") + "/cancel", "");
        }
    }

    @Test
    void isRefusedByThePageWithTheSameSentence() throws IOException {
        Set<String> before = kept();
        String page = "/admin/lead/load.xhtml?campaign=";
        byte[] wide = text("phone" + ",x".repeat(1_000_000) + "\n");

        PageClient.Answer answer = upload(page, wide);

        assertEquals(200, answer.status());
        assertTrue(answer.body().contains("more than 500 columns"), answer::body);
        assertEquals(before, kept(), "the file was kept");
    }

    @Test
    void aFileForWhatSomebodyDoesNotSeeIsNotKept() throws IOException {
        Set<String> before = kept();

        RestClient.Answer answer = Uploads.csv(REST, "list_id=999999999", "phone\n7275551212\n");

        assertEquals(404, answer.status());
        assertEquals(before, kept(), "the file was kept");
    }

    private static PageClient.Answer upload(String page, byte[] content) {
        PageClient.Answer drawn = admin.get(page);
        PageForm form = drawn.form("upload").orElseThrow();
        String edge = "----------edge";
        StringBuilder head = new StringBuilder();
        form.fields().forEach((name, value) -> {
            if (!name.equals("upload:file")) {
                head.append(part(edge, name, ""))
                        .append("\r\n\r\n")
                        .append(value)
                        .append("\r\n");
            }
        });
        head.append(part(edge, "primefaces.nonce", ""))
                .append("\r\n\r\n")
                .append(drawn.nonce())
                .append("\r\n");
        head.append(part(edge, "upload:file", "; filename=\"bomb.csv\"")).append("\r\n\r\n");
        byte[] begin = text(head.toString());
        byte[] end = text("\r\n--" + edge + "--\r\n");
        byte[] body = Arrays.copyOf(begin, begin.length + content.length + end.length);
        System.arraycopy(content, 0, body, begin.length, content.length);
        System.arraycopy(end, 0, body, begin.length + content.length, end.length);
        return admin.send(
                page,
                "POST",
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                "multipart/form-data; boundary=" + edge);
    }

    private static String part(String edge, String name, String more) {
        return "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more;
    }

    private static Set<String> kept() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Arguments bomb(String name, byte[] content, String sentence) {
        return Arguments.of(name, content, sentence);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
