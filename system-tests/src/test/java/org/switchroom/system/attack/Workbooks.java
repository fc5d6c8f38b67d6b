package org.switchroom.system.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of the kind that spreadsheets save, also such as no spreadsheet would. */
final class Workbooks {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final int MEBIBYTE = 1 << 20;

    private Workbooks() {}

    /** A sheet of one column. */
    static byte[] of(String... cells) throws IOException {
        return packed(parts(cells));
    }

    /** One in which this part begins with entities, each ten of the one before, and uses the last of them. */
    static byte[] laughing(String part) throws IOException {
        StringBuilder entities = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        Map<String, String> parts = parts("phone", "7275551212");
        parts.computeIfPresent(
                part,
                (name, xml) -> xml.replace(XML, XML + entities + "]>")
                        .replace("phone", "&e11;")
                        .replace("<v>0</v>", "<v>&e11;</v>")
                        .replace("Leads", "&e11;"));
        return packed(parts);
    }

    /** An archive whose parts have so many bytes, all alike. */
    static byte[] archive(Map<String, Long> parts) throws IOException {
        byte[] block = "a".repeat(MEBIBYTE).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, Long> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                for (long left = part.getValue(); left > 0; left -= block.length) {
                    zip.write(block, 0, (int) Math.min(left, block.length));
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** An archive of so many small parts. */
    static byte[] parts(int count) throws IOException {
        Map<String, Long> parts = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            parts.put("xl/worksheets/sheet" + i + ".xml", 1L);
        }
        return archive(parts);
    }

    private static Map<String, String> parts(String... cells) {
        StringBuilder texts = new StringBuilder();
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            texts.append("<si><t>").append(cells[i]).append("</t></si>");
            rows.append("<row r=\"%1$d\"><c r=\"A%1$d\" t=\"s\"><v>%2$d</v></c></row>".formatted(i + 1, i));
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", XML + "<Types xmlns=\"" + PACKAGE + "content-types\"/>");
        parts.put("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(relation(1, "worksheet", "worksheets/sheet1.xml")
                        + relation(2, "sharedStrings", "sharedStrings.xml")));
        parts.put(
                "xl/workbook.xml",
                XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                        + "\"><sheets><sheet name=\"Leads\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        parts.put("xl/sharedStrings.xml", XML + "<sst xmlns=\"" + MAIN + "\">" + texts + "</sst>");
        return parts;
    }

    private static String relations(String all) {
        return XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    private static String relation(int number, String kind, String target) {
        return "<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(number, RELATIONS, kind, target);
    }

    private static byte[] packed(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
