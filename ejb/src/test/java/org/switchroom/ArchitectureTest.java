package org.switchroom;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may use whom. A new feature gets its line in the table first. */
class ArchitectureTest {
    private static final String ROOT = "org.switchroom.";

    /** Feature: what it may use besides itself. {@code ami} is the connector's contract. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("common", Set.of()),
            Map.entry("schema", Set.of("common")),
            Map.entry("audit", Set.of("common")),
            Map.entry("user", Set.of("common", "audit")),
            Map.entry("lead", Set.of("common", "audit")),
            Map.entry("campaign", Set.of("common", "audit", "lead")),
            Map.entry("inbound", Set.of("common", "audit")),
            Map.entry("setup", Set.of("common", "audit")),
            Map.entry("server", Set.of("common", "ami")),
            Map.entry("endpoint", Set.of("common", "server")),
            Map.entry("phone", Set.of("common", "audit", "user", "server", "endpoint")),
            Map.entry("guard", Set.of("common", "audit", "user")),
            Map.entry("queue", Set.of("common", "endpoint", "guard", "server", "ami")),
            Map.entry("channel", Set.of("common", "server", "ami")),
            Map.entry(
                    "monitoring",
                    Set.of("common", "audit", "user", "guard", "server", "endpoint", "queue", "channel", "ami")));

    /** Read by nobody: what shows all. */
    private static final Set<String> USED_BY_NOBODY = Set.of("monitoring", "schema");

    private static final Map<String, Integer> HEIGHT =
            Map.of("entity", 0, "control", 1, "catalogue", 1, "load", 1, "boundary", 2);

    private static final int MOST_COMMON_TYPES = 10;

    /** Classes that ask a clock of the machine for the time of day. */
    private static final Set<String> CLOCKS = Set.of("SystemClock", "DatabaseClock");

    /** Classes whose native queries are constants that somebody has looked at. */
    private static final Set<String> NATIVE_QUERIES = Set.of("EndpointDirectory");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> location.contains("/ejb/target/classes"))
            .importPackages("org.switchroom");

    @Test
    void everyFeatureHasItsLineInTheTable() {
        Set<String> features = new TreeSet<>();

        CLASSES.forEach(type -> features.add(feature(type).orElse("no feature: " + type.getName())));
        features.removeAll(MAY_USE.keySet());

        assertEquals(Set.of(), features);
    }

    @Test
    void featuresUseOnlyWhatTheTableAllows() {
        assertNone(dependency -> {
            String from = feature(dependency.getOriginClass()).orElseThrow();
            Optional<String> to = feature(dependency.getTargetClass());
            return to.isPresent()
                    && !to.get().equals(from)
                    && !MAY_USE.get(from).contains(to.get());
        });
    }

    @Test
    void nobodyUsesWhatShowsAll() {
        MAY_USE.values().forEach(used -> assertTrue(used.stream().noneMatch(USED_BY_NOBODY::contains)));
    }

    @Test
    void entityIsBelowControlAndControlBelowBoundary() {
        assertNone(dependency -> {
            JavaClass from = dependency.getOriginClass();
            JavaClass to = dependency.getTargetClass();
            return feature(from).equals(feature(to)) && height(from) < height(to);
        });
    }

    @Test
    void entitiesUseNoControlOfOthersEither() {
        assertNone(dependency -> layer(dependency.getOriginClass()).equals("entity")
                && Set.of("control", "boundary", "catalogue").contains(layer(dependency.getTargetClass())));
    }

    @Test
    void featuresAreFreeOfCycles() {
        slices().matching("org.switchroom.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyClassOfAFeatureHasItsLayer() {
        Set<String> without = new TreeSet<>();

        CLASSES.stream()
                .filter(type -> !feature(type).equals(Optional.of("common")))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> !HEIGHT.containsKey(layer(type)))
                .forEach(type -> without.add(type.getName()));

        assertEquals(Set.of(), without);
    }

    @Test
    void commonStaysSmall() {
        List<String> types = CLASSES.stream()
                .filter(type -> type.getPackageName().equals("org.switchroom.common"))
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getSimpleName)
                .toList();

        assertTrue(types.size() <= MOST_COMMON_TYPES, types::toString);
    }

    @Test
    void adapterAndPagesAreNotSeenFromTheFeatures() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta.resource..",
                        "org.switchroom.ra..",
                        "jakarta.faces..",
                        "org.primefaces..",
                        "jakarta.servlet..",
                        "jakarta.ws.rs.."))
                .check(CLASSES);
    }

    @Test
    void onlyBoundariesAreBeansOfTheEjbContainer() {
        for (Class<? extends java.lang.annotation.Annotation> annotation :
                List.of(Stateless.class, Stateful.class, Singleton.class, MessageDriven.class, Startup.class)) {
            classes()
                    .that()
                    .areAnnotatedWith(annotation)
                    .should()
                    .resideInAPackage("..boundary..")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
        Set<String> timeouts = new TreeSet<>();
        CLASSES.stream()
                .filter(type -> type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(Timeout.class)))
                .filter(type -> !resideInAPackage("..boundary..").test(type)
                        || !type.getSimpleName().endsWith("Timer"))
                .forEach(type -> timeouts.add(type.getName()));
        assertEquals(Set.of(), timeouts);
    }

    @Test
    void nobodySleepsPrintsOrStartsPrograms() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CLASSES);
        noClasses().should().accessField(System.class, "out").check(CLASSES);
        noClasses().should().accessField(System.class, "err").check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.logging.."))
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Runtime.class)
                .check(CLASSES);
    }

    @Test
    void onlyClocksAskTheMachineForTheTimeOfDay() {
        DescribedPredicate<JavaClass> noClock =
                DescribedPredicate.describe("is no clock", type -> !CLOCKS.contains(type.getSimpleName()));

        noClasses().that(noClock).should().callMethod(Instant.class, "now").check(CLASSES);
        noClasses()
                .that(noClock)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
        noClasses()
                .that(noClock)
                .should()
                .callMethod(java.time.LocalDateTime.class, "now")
                .check(CLASSES);
    }

    @Test
    void sqlIsPreparedAndNeverPutTogether() {
        noClasses().should().callMethod(Connection.class, "createStatement").check(CLASSES);
        for (String method : List.of("execute", "executeQuery", "executeUpdate", "addBatch")) {
            noClasses()
                    .should()
                    .callMethod(Statement.class, method, String.class)
                    .check(CLASSES);
        }
        noClasses()
                .that(DescribedPredicate.describe(
                        "is not looked at", type -> !NATIVE_QUERIES.contains(type.getSimpleName())))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "a native query",
                        call -> call.getTargetOwner().isAssignableTo(EntityManager.class)
                                && call.getName().equals("createNativeQuery")))
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Entity")
                .orShould()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Service|Info|Data|Dto|DTO)")
                .check(CLASSES);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..misc..", "..helper..", "..model..", "..dto..")
                .check(CLASSES);
    }

    private interface Broken {
        boolean by(Dependency dependency);
    }

    private static void assertNone(Broken rule) {
        Map<String, String> broken = new HashMap<>();
        dependencies()
                .filter(rule::by)
                .forEach(d -> broken.put(
                        d.getOriginClass().getName() + " -> "
                                + d.getTargetClass().getName(),
                        d.getDescription()));
        assertEquals(List.of(), new ArrayList<>(broken.values()));
    }

    private static Stream<Dependency> dependencies() {
        return CLASSES.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static Optional<String> feature(JavaClass type) {
        JavaClass shown = type.isArray() ? type.getBaseComponentType() : type;
        return shown.getName().startsWith(ROOT)
                ? Optional.of(shown.getPackageName().substring(ROOT.length()).split("\\.")[0])
                : Optional.empty();
    }

    private static String layer(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(name.lastIndexOf('.') + 1) : "";
    }

    private static int height(JavaClass type) {
        return HEIGHT.getOrDefault(layer(type), 0);
    }
}
