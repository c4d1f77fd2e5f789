package org.airshed.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
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
        noClasses()
                .should()
                .callMethodWhere(
                        calls(
                                "reads a clock",
                                call ->
                                        CLOCKS.contains(call.getTarget().getName())
                                                && (call.getTargetOwner()
                                                                .getPackageName()
                                                                .startsWith("java.time")
                                                        || call.getTargetOwner()
                                                                .isEquivalentTo(System.class))))
                .check(ENGINE);
    }

    @Test
    void theEngineHasNoRandomnessOfItsOwn() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.(Random|SplittableRandom|UUID|concurrent\\.ThreadLocalRandom)|java\\.util\\.random\\..*|java\\.security\\.SecureRandom")
                .check(ENGINE);
        noClasses().should().callMethod(Math.class, "random").check(ENGINE);
    }

    @Test
    void transcendentalFunctionsComeFromStrictMath() {
        noClasses()
                .should()
                .callMethodWhere(
                        calls(
                                "calls a function of Math that differs between JVMs",
                                call ->
                                        call.getTargetOwner().isEquivalentTo(Math.class)
                                                && !EXACT_MATH.contains(
                                                        call.getTarget().getName())))
                .check(ENGINE);
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

    private static DescribedPredicate<JavaCall<?>> calls(
            String description, java.util.function.Predicate<JavaCall<?>> test) {
        return DescribedPredicate.describe(description, test);
    }
}
