package org.switchroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for every Java file of every module; the one place that looks at sources. */
class SourcesTest {
    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 40;
    private static final Pattern SLEEP = Pattern.compile("Thread\\s*\\.\\s*sleep\\s*\\(");
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@Dis" + "abled\\b");

    private static final Pattern PRINT =
            Pattern.compile("\\bSystem\\s*\\.\\s*(out|err)\\b|\\.print" + "StackTrace\\(\\)");

    private static List<Path> files;

    @BeforeAll
    static void find() throws IOException {
        try (Stream<Path> all = Files.walk(HOUSE)) {
            files = all.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> path.toString().contains("/src/"))
                    .filter(path -> Stream.of("/target/", "/.git/", "/node_modules/")
                            .noneMatch(folder -> path.toString().contains(folder)))
                    .sorted()
                    .toList();
        }
        assertTrue(files.size() > 100, "only " + files.size() + " files in " + HOUSE);
    }

    @Test
    void noFileIsLongerThan300Lines() {
        assertNone(file -> lines(file).size() > LONGEST_FILE);
    }

    @Test
    void noMethodIsLongerThan40Lines() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> tooLong = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new LongMethods(unit, positions, tooLong), null);
            }
        }

        assertEquals(List.of(), tooLong);
    }

    @Test
    void nothingSleepsAndNothingIsLeftForLater() {
        assertNone(file -> contains(file, SLEEP));
        assertNone(file -> contains(file, LEFT_OVER));
    }

    @Test
    void nothingPrintsPastTheLoggers() {
        assertNone(file -> contains(file, PRINT));
    }

    @Test
    void onlyTheAdapterAndWhatMeasuresItKnowConnectors() {
        assertNone(file -> imports(file, "jakarta.resource.")
                && !isIn(file, "jca-ami-connector/ra/")
                && !isIn(file, "bench/src/main/java/org/switchroom/bench/burst/"));
    }

    @Test
    void onlyThePagesKnowFaces() {
        assertNone(
                file -> (imports(file, "jakarta.faces.") || imports(file, "org.primefaces.")) && !isIn(file, "web/"));
    }

    @Test
    void nobodyKnowsTheOldNamesOfTheEnterpriseClasses() {
        Set<String> old = Set.of("javax.ejb.", "javax.inject.", "javax.persistence.", "javax.enterprise.", "javax.ws.");

        assertNone(file -> old.stream().anyMatch(name -> imports(file, name)));
    }

    private static final class LongMethods extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        LongMethods(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            long from = line(positions.getStartPosition(unit, method));
            long to = line(positions.getEndPosition(unit, method));
            if (to - from + 1 > LONGEST_METHOD) {
                found.add("%s:%d %s has %d lines"
                        .formatted(unit.getSourceFile().getName(), from, method.getName(), to - from + 1));
            }
            return super.visitMethod(method, nothing);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(Math.max(0, position));
        }
    }

    private static void assertNone(Predicate<Path> broken) {
        assertEquals(
                List.of(), files.stream().filter(broken).map(HOUSE::relativize).toList());
    }

    private static boolean isIn(Path file, String folder) {
        return HOUSE.relativize(file).toString().startsWith(folder);
    }

    private static boolean imports(Path file, String name) {
        return lines(file).stream()
                .anyMatch(line -> line.startsWith("import " + name) || line.startsWith("import static " + name));
    }

    private static boolean contains(Path file, Pattern pattern) {
        return lines(file).stream().anyMatch(line -> pattern.matcher(line).find());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
