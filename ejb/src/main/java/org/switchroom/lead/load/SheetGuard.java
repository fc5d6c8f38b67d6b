package org.switchroom.lead.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.switchroom.lead.entity.UploadRefusedException;

/**
 * Unpacks a workbook once into nothing and counts, by the library that reads it afterwards, so that both see the same: what its directory
 * claims is not believed.
 */
final class SheetGuard {
    private static final long MEBIBYTE = 1024L * 1024;
    static final long MOST_UNPACKED = 2048 * MEBIBYTE;

    /** Texts that cells share are held in memory while the sheet is read. */
    static final long MOST_SHARED = 256 * MEBIBYTE;

    private static final int MOST_PARTS = 2_000;

    private SheetGuard() {}

    /** @throws UploadRefusedException if it is no workbook, or would unpack to too much */
    static void requireHarmless(Path file) {
        requireHarmless(file, MOST_UNPACKED, MOST_SHARED);
    }

    static void requireHarmless(Path file, long mostUnpacked, long mostShared) {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            long left = mostUnpacked;
            int parts = 0;
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) {
                    throw new UploadRefusedException("The workbook has more than %,d parts.".formatted(MOST_PARTS));
                }
                boolean shared = part.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
                left -= count(zip, part, shared ? Math.min(mostShared, left) : left);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UploadRefusedException("The workbook can't be unpacked; save it anew, or as CSV.", e);
        }
    }

    private static long count(ZipFile zip, ZipArchiveEntry part, long most) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long count = 0;
        try (InputStream content = zip.getInputStream(part)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                count += read;
                if (count > most) {
                    throw new UploadRefusedException("The workbook would unpack to more than %,d MiB; save it as CSV."
                            .formatted(most / MEBIBYTE));
                }
            }
        }
        return count;
    }
}
