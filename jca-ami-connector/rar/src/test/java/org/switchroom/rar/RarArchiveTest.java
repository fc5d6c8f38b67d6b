package org.switchroom.rar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The contract jar must come from the EAR's lib alone: with a second copy in here the bean's interface is another class. */
class RarArchiveTest {

    @Test
    void holdsTheAdaptersJarAndNoOther() throws IOException {
        List<String> jars =
                entries().stream().filter(name -> name.endsWith(".jar")).toList();

        assertEquals(1, jars.size(), jars.toString());
        assertTrue(jars.get(0).startsWith("switchroom-ra-"), jars.toString());
    }

    @Test
    void isDescribedByAnnotationsAlone() throws IOException {
        List<String> descriptors = entries().stream()
                .filter(name -> name.startsWith("META-INF/") && name.endsWith(".xml") && !name.contains("maven"))
                .toList();

        assertEquals(List.of(), descriptors);
    }

    private static List<String> entries() throws IOException {
        try (ZipFile rar = new ZipFile(System.getProperty("rar"))) {
            return rar.stream().map(ZipEntry::getName).toList();
        }
    }
}
