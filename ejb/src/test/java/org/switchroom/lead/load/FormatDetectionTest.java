package org.switchroom.lead.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.lead.entity.FileFormat;
import org.switchroom.lead.entity.UploadRefusedException;

class FormatDetectionTest {
    private static final String TEXT =
            "Phone1;Vorname;Nachname\r\n+49 30 901820;J\u00fcrgen;\"M\u00fc;ller\"\r\n+49 30 901821;\u00c4nne;O\r\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void readsEachEncodingWithAndWithoutItsMark(String charset) throws IOException {
        for (String mark : charset.startsWith("UTF") ? List.of("", "\uFEFF") : List.of("")) {
            Path file = write((mark + TEXT).getBytes(Charset.forName(charset)));

            FormatDetection.Found found = FormatDetection.of(file);

            assertEquals(Charset.forName(charset), found.format().charset());
            assertEquals(';', found.format().delimiter());
            assertEquals(
                    List.of("Phone1", "Vorname", "Nachname"), found.format().columns());
            try (RowSource rows = FormatDetection.open(file, found.format())) {
                assertArrayEquals(
                        new String[] {"+49 30 901820", "J\u00fcrgen", "M\u00fc;ller"},
                        rows.next().orElseThrow());
                assertEquals("\u00c4nne", rows.next().orElseThrow()[1]);
                assertTrue(rows.next().isEmpty());
            }
        }
    }

    @Test
    void seesOneByteOfAnotherEncodingAtTheVeryEnd() throws IOException {
        String text = "phone,last_name\n" + "+17275551212,Smith\n".repeat(200_000) + "+17275551213,M\u00fcller\n";

        FormatDetection.Found found = FormatDetection.of(write(text.getBytes(StandardCharsets.ISO_8859_1)));

        assertEquals("windows-1252", found.format().charset().name());
        assertEquals(Optional.of(200_001L), found.total());
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void findsTheDelimiter(char delimiter) throws IOException {
        String text =
                "phone%1$clast_name%1$ccity\n7275551212%1$cA, B%1$cC\n7275551213%1$cD%1$cE\n".formatted(delimiter);

        assertEquals(
                delimiter,
                FormatDetection.of(write(text.replace("A, B", delimiter == ',' ? "\"A, B\"" : "A, B")
                                .getBytes(StandardCharsets.UTF_8)))
                        .format()
                        .delimiter());
    }

    @Test
    void takesAFileOfNumbersWithoutAHead() throws IOException {
        FormatDetection.Found found =
                FormatDetection.of(write("7275551212\n7275551213".getBytes(StandardCharsets.UTF_8)));

        assertFalse(found.format().head());
        assertEquals(List.of("1"), found.format().columns());
        assertEquals(Optional.of(2L), found.total());
        assertEquals(2, found.sample().size());
    }

    @Test
    void refusesWhatIsNoFileOfRowsWithASentence() throws IOException {
        assertRefused("The file is empty.", new byte[0]);
        assertRefused(
                "This is a workbook of the old kind", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2});
        assertRefused("neither text nor a workbook", "phone\n727\0 555\n".getBytes(StandardCharsets.UTF_8));
        assertRefused("can't be unpacked", new byte[] {'P', 'K', 3, 4, 9, 9, 9});
        assertRefused("neither text nor a workbook", "phone\n7275551212\n".getBytes(Charset.forName("UTF-32BE")));
        assertRefused("neither text nor a workbook", "phone\n7275551212\n".getBytes(Charset.forName("UTF-32LE")));
    }

    @Test
    void refusesALineOfTenMegabytes() throws IOException {
        String line = "phone,last_name\n7275551212," + "x".repeat(10_000_000) + "\n";
        assertRefused("has more than 262,144 characters", line.getBytes(StandardCharsets.UTF_8));
        assertRefused(
                "has more than 262,144 characters",
                ("phone,last_name\n7275551212,\"" + "x,\n".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesAMillionColumns() throws IOException {
        for (int columns : new int[] {501, 10_000, 1_000_000}) {
            assertRefused(
                    "has more than 500 columns",
                    ("phone" + ",x".repeat(columns - 1) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void refusesALongLineThatComesLate() throws IOException {
        Path file =
                write(("phone,last_name\n" + "7275551212,A\n".repeat(50) + "7275551213," + "x".repeat(300_000) + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        FileFormat format = FormatDetection.of(file).format();

        try (RowSource rows = FormatDetection.open(file, format)) {
            UploadRefusedException refused = assertThrows(UploadRefusedException.class, () -> {
                while (rows.next().isPresent()) {}
            });
            assertTrue(refused.getMessage().startsWith("Row 5"), refused.getMessage());
        }
    }

    private void assertRefused(String sentence, byte[] content) throws IOException {
        Path file = write(content);
        String message = assertThrows(UploadRefusedException.class, () -> FormatDetection.of(file))
                .getMessage();
        assertTrue(message.contains(sentence), message);
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "load", ""), content);
    }
}
