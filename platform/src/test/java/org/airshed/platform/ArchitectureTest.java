package org.airshed.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the platform: drawn as they are, called as they are drawn. */
class ArchitectureTest {
    private static final String ROOT = "org.airshed.platform";

    private static final JavaClasses PLATFORM =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @Test
    void theClassesAreSeen() {
        assertThat(PLATFORM.size()).as("classes of the platform").isGreaterThan(60);
        assertThat(rooms()).as("rooms").hasSizeGreaterThanOrEqualTo(6);
    }

    /** Front doors only, allowed dependencies only, no cycles. */
    @Test
    void roomsCallOnlyWhomTheyDeclare() {
        ApplicationModules.of(AirshedServer.class).verify();
    }

    @Test
    void everyRoomDeclaresItsEdgesAndTheDrawingShowsThem() throws IOException {
        Map<String, Set<String>> drawn = drawnEdges();
        Map<String, Set<String>> declared = new TreeMap<>();
        for (String room : rooms()) {
            declared.put(room, declaredEdges(room));
        }
        System.out.println("platform edges: " + declared);
        assertThat(drawn)
                .as("edges in ARCHITECTURE.md (left) and in the package-infos")
                .isEqualTo(declared);
    }

    @Test
    void everyRoomStandsOnAFloorOfTheDrawing() throws IOException {
        String floors = section("## Floors of the platform", "### Declared edges");
        assertThat(rooms())
                .allSatisfy(room ->
                        assertThat(
                                        Pattern.compile("\\b" + room + " {2,}\\S")
                                                .matcher(floors)
                                                .find())
                                .as("room %s on a floor of ARCHITECTURE.md", room)
                                .isTrue());
    }

    @Test
    void noRoomIsADrawer() {
        var drawers = new TreeSet<String>();
        for (JavaClass type : PLATFORM) {
            if (type.getPackageName()
                            .matches(
                                    ".*\\.(util|utils|common|impl|helper|helpers|manager|dto|misc)(\\..*)?")
                    || type.getSimpleName().matches(".*(Utils?|Impl|Helper|Manager|Dto)")) {
                drawers.add(type.getName());
            }
        }
        assertThat(drawers).isEmpty();
    }

    @Test
    void insidesAreUsedByNobodyElse() {
        var trespasses = new TreeSet<String>();
        for (JavaClass type : PLATFORM) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                if (target.startsWith(ROOT + ".")
                        && target.substring(ROOT.length() + 1).contains(".")
                        && !room(target).equals(room(type.getPackageName()))) {
                    trespasses.add(type.getName() + " -> " + dependency.getTargetClass().getName());
                }
            }
        }
        assertThat(trespasses).isEmpty();
    }

    private static Set<String> rooms() {
        return PLATFORM.stream()
                .map(type -> room(type.getPackageName()))
                .filter(room -> !room.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String room(String packageName) {
        if (!packageName.startsWith(ROOT + ".")) {
            return "";
        }
        return packageName.substring(ROOT.length() + 1).split("\\.")[0];
    }

    private static Set<String> declaredEdges(String room) {
        try {
            ApplicationModule module =
                    Class.forName(ROOT + "." + room + ".package-info")
                            .getAnnotation(ApplicationModule.class);
            assertThat(module).as("@ApplicationModule on the package-info of %s", room).isNotNull();
            return new TreeSet<>(List.of(module.allowedDependencies()));
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("room " + room + " has no package-info.java", missing);
        }
    }

    private static Map<String, Set<String>> drawnEdges() throws IOException {
        Map<String, Set<String>> drawn = new TreeMap<>();
        Matcher rows =
                Pattern.compile("(?m)^\\| (\\w+) \\| ([^|]+) \\|$")
                        .matcher(section("### Declared edges", "## Rooms of the engine"));
        while (rows.find()) {
            if (rows.group(1).equals("room")) {
                continue;
            }
            Set<String> callees = new TreeSet<>(Arrays.asList(rows.group(2).trim().split(", ")));
            callees.remove("–");
            drawn.put(rows.group(1), callees);
        }
        return drawn;
    }

    private static String section(String from, String until) throws IOException {
        String text =
                Files.readString(Path.of(System.getProperty("airshed.root"), "ARCHITECTURE.md"));
        int start = text.indexOf(from);
        int end = text.indexOf(until);
        assertThat(start).as("heading \"%s\" in ARCHITECTURE.md", from).isNotNegative();
        assertThat(end).as("heading \"%s\" in ARCHITECTURE.md", until).isGreaterThan(start);
        return text.substring(start, end);
    }
}
