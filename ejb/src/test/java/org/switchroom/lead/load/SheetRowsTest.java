package org.switchroom.lead.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchroom.lead.entity.FileFormat;
import org.switchroom.lead.entity.UploadRefusedException;

class SheetRowsTest {
    @TempDir
    Path folder;

    @Test
    void readsNumbersDatesAndTextsAsTheyAreMeant() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "Phone");
            sheet.value(0, 1, "Last name");
            sheet.value(0, 2, "Renewal");
            sheet.value(1, 0, 17275551212L);
            sheet.value(1, 1, "=1+1");
            sheet.value(1, 2, LocalDate.of(2026, 12, 31));
            sheet.style(1, 2).format("yyyy-MM-dd").set();
            sheet.formula(2, 1, "HYPERLINK(\"http://a\")");
            sheet.value(2, 0, "+49 30 901820");
        });

        FormatDetection.Found found = FormatDetection.of(file);

        assertEquals(FileFormat.Kind.XLSX, found.format().kind());
        assertEquals(List.of("Phone", "Last name", "Renewal"), found.format().columns());
        assertArrayEquals(
                new String[] {"17275551212", "=1+1", "2026-12-31"},
                found.sample().get(0));
        assertArrayEquals(new String[] {"+49 30 901820", ""}, found.sample().get(1));
    }

    @Test
    void refusesAWorkbookThatUnpacksToTooMuch() throws IOException {
        Path bomb = zip(Map.of("xl/worksheets/sheet1.xml", 64));

        String message = assertThrows(
                        UploadRefusedException.class, () -> SheetGuard.requireHarmless(bomb, 16 << 20, 8 << 20))
                .getMessage();

        assertTrue(message.contains("would unpack to more than 16 MiB"), message);
        assertTrue(Files.size(bomb) < 200_000, "it is small while it is packed");
    }

    @Test
    void refusesSharedTextsThatWouldFillTheMemory() throws IOException {
        Path bomb = zip(Map.of("xl/sharedStrings.xml", 16));

        assertThrows(UploadRefusedException.class, () -> SheetGuard.requireHarmless(bomb, 64 << 20, 8 << 20));
        SheetGuard.requireHarmless(bomb, 64 << 20, 32 << 20);
    }

    @Test
    void refusesTenThousandColumns() throws IOException {
        Path file = workbook(sheet -> {
            for (int column = 0; column < 10_000; column++) {
                sheet.value(0, column, "phone");
            }
        });

        String message = assertThrows(UploadRefusedException.class, () -> FormatDetection.of(file))
                .getMessage();

        assertTrue(message.contains("has more than 500 columns"), message);
    }

    @Test
    void refusesAnArchiveThatIsNoWorkbook() throws IOException {
        Path file = zip(Map.of("readme.txt", 1));

        String message = assertThrows(UploadRefusedException.class, () -> FormatDetection.of(file))
                .getMessage();

        assertTrue(message.contains("can't be read"), message);
    }

    /** Each entity is ten of the one before: a few hundred bytes that would be gigabytes of text. */
    @Test
    void refusesAWorkbookWhoseEntitiesWouldUnfoldForEver() throws IOException {
        StringBuilder entities = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        refusesDoctype(entities.append("]>").toString(), "&e11;");
    }

    @Test
    void readsNoFileThatAWorkbookNames() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "7275559876");

        refusesDoctype("<!DOCTYPE r [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>", "&e;");
    }

    private void refusesDoctype(String doctype, String text) throws IOException {
        for (String part : List.of("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")) {
            Path file = workbook(sheet -> sheet.value(0, 0, "7275551212"));
            rewrite(
                    file,
                    part,
                    xml -> xml.replaceFirst("\\?>", "?>" + Matcher.quoteReplacement(doctype))
                            .replace("7275551212", text)
                            .replace("name=\"Leads\"", "name=\"" + text + "\""));

            String shown;
            try {
                shown = String.valueOf(FormatDetection.of(file).sample().stream()
                        .map(Arrays::toString)
                        .toList());
            } catch (UploadRefusedException e) {
                shown = e.getMessage();
            }

            assertFalse(shown.contains("lol") || shown.contains("7275559876"), part + ": " + shown);
        }
    }

    /** Changes one part of a packed file. */
    private static void rewrite(Path file, String part, UnaryOperator<String> change) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path inside = zip.getPath(part);
            Files.writeString(inside, change.apply(Files.readString(inside)));
        }
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private Path workbook(Filling filling) throws IOException {
        Path file = Files.createTempFile(folder, "book", ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            filling.fill(workbook.newWorksheet("Leads"));
        }
        return file;
    }

    /** An archive whose parts are so many mebibytes of the same letter. */
    private Path zip(Map<String, Integer> parts) throws IOException {
        Path file = Files.createTempFile(folder, "bomb", "");
        byte[] mebibyte = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, Integer> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                for (int i = 0; i < part.getValue(); i++) {
                    zip.write(mebibyte);
                }
                zip.closeEntry();
            }
        }
        return file;
    }
}
