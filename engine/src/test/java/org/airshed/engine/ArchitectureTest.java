package org.airshed.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rules that keep the engine pure and deterministic to the bit. */
class ArchitectureTest {
    /** Correctly rounded or exact by IEEE 754, so equal on every JVM. */
    private static final Set<String> EXACT_MATH =
            Set.of(
                    "abs",
                    "max",
                    "min",
                    "sqrt",
                    "fma",
                    "ceil",
                    "floor",
                    "rint",
                    "round",
                    "signum",
                    "copySign",
                    "scalb",
                    "ulp",
                    "clamp",
                    "nextUp",
                    "nextDown",
                    "getExponent",
                    "toIntExact",
                    "addExact",
                    "subtractExact",
                    "multiplyExact",
                    "multiplyHigh",
                    "multiplyFull",
                    "negateExact",
                    "incrementExact",
                    "absExact",
                    "floorDiv",
                    "floorMod",
                    "ceilDiv",
                    "ceilMod",
                    "floorDivExact",
                    "ceilDivExact",
                    "divideExact",
                    "unsignedMultiplyHigh");

    private static final Set<String> CLOCKS =
            Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC");

    private static final JavaClasses ENGINE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.airshed.engine");

    @Test
    void theClassesAreSeen() {
        assertThat(ENGINE.size()).as("classes of the engine").isGreaterThan(20);
    }

    @Test
    void theEngineReadsNoClock() {
        assertThat(uses(ENGINE, ArchitectureTest::readsAClock)).isEmpty();
    }

    @Test
    void theEngineHasNoRandomnessOfItsOwn() {
        assertThat(uses(ENGINE, ArchitectureTest::drawsAtRandom)).isEmpty();
    }

    @Test
    void transcendentalFunctionsComeFromStrictMath() {
        assertThat(uses(ENGINE, ArchitectureTest::callsInexactMath)).isEmpty();
    }

    /** The rules see what they forbid, called or handed on as a method reference. */
    @Test
    void theRulesCatchAnOffender() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
        assertThat(uses(offender, ArchitectureTest::readsAClock)).hasSize(4);
        assertThat(uses(offender, ArchitectureTest::drawsAtRandom)).hasSize(3);
        assertThat(uses(offender, ArchitectureTest::callsInexactMath)).hasSize(2);
    }

    /** Breaks every rule once in each way; never run. */
    static final class Offender {
        Object[] clocks() {
            java.util.function.Supplier<java.time.Instant> reference = java.time.Instant::now;
            return new Object[] {
                reference,
                java.time.Clock.systemDefaultZone(),
                new java.util.Date(),
                java.time.ZoneId.systemDefault()
            };
        }

        Object[] chances(java.util.List<String> list) {
            java.util.Collections.shuffle(list);
            return new Object[] {Math.random(), java.util.UUID.randomUUID()};
        }

        double mathematics(double x) {
            java.util.function.DoubleUnaryOperator reference = Math::exp;
            return reference.applyAsDouble(Math.sin(x));
        }
    }

    private static Set<String> uses(
            JavaClasses classes, java.util.function.Predicate<JavaCodeUnitAccess<?>> forbidden) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            type.getCodeUnitAccessesFromSelf().stream()
                    .filter(forbidden)
                    .forEach(use -> found.add(use.getDescription()));
        }
        return found;
    }

    private static boolean readsAClock(JavaCodeUnitAccess<?> use) {
        String owner = use.getTargetOwner().getName();
        String name = use.getTarget().getName();
        return owner.startsWith("java.time.")
                        && (CLOCKS.contains(name) || name.startsWith("system"))
                || owner.equals("java.lang.System") && CLOCKS.contains(name)
                || owner.equals("java.util.Date") && name.equals("<init>")
                || owner.equals("java.util.Calendar")
                || owner.equals("java.util.TimeZone") && name.equals("getDefault");
    }

    private static boolean drawsAtRandom(JavaCodeUnitAccess<?> use) {
        String owner = use.getTargetOwner().getName();
        String name = use.getTarget().getName();
        return owner.matches(
                        "java\\.util\\.(Random|SplittableRandom|UUID|concurrent\\.ThreadLocalRandom)"
                                + "|java\\.util\\.random\\..*|java\\.security\\.SecureRandom")
                || owner.equals("java.util.Collections") && name.equals("shuffle")
                || owner.endsWith("Math") && name.equals("random");
    }

    private static boolean callsInexactMath(JavaCodeUnitAccess<?> use) {
        return use.getTargetOwner().isEquivalentTo(Math.class)
                && !EXACT_MATH.contains(use.getTarget().getName())
                && !use.getTarget().getName().equals("random");
    }

    @Test
    void theEngineKnowsNoFrameworkNoSqlNoNetwork() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net..",
                        "java.net.http..")
                .check(ENGINE);
    }

    @Test
    void noRoomIsADrawer() {
        var drawers = new TreeSet<String>();
        for (JavaClass type : ENGINE) {
            if (type.getPackageName()
                            .matches(
                                    ".*\\.(util|utils|common|impl|helper|helpers|manager|dto|misc)(\\..*)?")
                    || type.getSimpleName().matches(".*(Utils?|Impl|Helper|Manager|Dto)")) {
                drawers.add(type.getName());
            }
        }
        assertThat(drawers).isEmpty();
    }

    /**
     * The rooms and the edges between them, printed so that a reviewer sees them grow; no cycles.
     */
    @Test
    void roomsCallEachOtherWithoutCycles() {
        var edges = new TreeSet<String>();
        for (JavaClass type : ENGINE) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                String from = room(type);
                String to = room(dependency.getTargetClass());
                if (!from.equals(to) && !to.isEmpty() && !from.isEmpty()) {
                    edges.add(from + " -> " + to);
                }
            }
        }
        System.out.println("engine edges: " + edges);
        com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices()
                .matching("org.airshed.engine.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ENGINE);
    }

    @Test
    void everyRoomIsNamedInTheDrawing() throws IOException {
        String text =
                Files.readString(Path.of(System.getProperty("airshed.root"), "ARCHITECTURE.md"));
        String drawn = text.substring(text.indexOf("## Rooms of the engine"));
        for (JavaClass type : ENGINE) {
            if (!room(type).isEmpty()) {
                assertThat(drawn)
                        .as("engine room %s in ARCHITECTURE.md", room(type))
                        .contains("`" + room(type) + "`");
            }
        }
    }

    private static String room(JavaClass type) {
        String prefix = "org.airshed.engine.";
        if (!type.getPackageName().startsWith(prefix)) {
            return "";
        }
        String rest = type.getPackageName().substring(prefix.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
