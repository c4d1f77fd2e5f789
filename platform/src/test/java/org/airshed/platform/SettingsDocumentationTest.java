package org.airshed.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting a user can give is described in docs/guide/settings.md, and nothing else is. */
class SettingsDocumentationTest {
    private static final Path ROOT = Path.of(System.getProperty("airshed.root"));

    @Test
    void everyEnvironmentVariableIsDescribed() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path source : sources()) {
            Matcher names =
                    Pattern.compile("\\bAIRSHED_[A-Z0-9_]+\\b").matcher(Files.readString(source));
            while (names.find()) {
                used.add(names.group());
            }
        }
        // Set by the launcher for itself, not by a user.
        used.remove("AIRSHED_BENCH_LOG");
        assertThat(used).as("settings seen in the sources").hasSizeGreaterThan(5);
        assertThat(described())
                .as("settings described in docs/guide/settings.md")
                .containsAll(used);
    }

    @Test
    void nothingIsDescribedThatDoesNotExist() throws IOException {
        String sources =
                String.join("\n", sources().stream().map(SettingsDocumentationTest::read).toList());
        Set<String> unknown = new TreeSet<>(described());
        unknown.removeIf(sources::contains);
        assertThat(unknown).as("settings described that no source reads").isEmpty();
    }

    private static Set<String> described() throws IOException {
        Set<String> described = new TreeSet<>();
        Matcher rows =
                Pattern.compile("\\bAIRSHED_[A-Z0-9_]+\\b")
                        .matcher(Files.readString(ROOT.resolve("docs/guide/settings.md")));
        while (rows.find()) {
            described.add(rows.group());
        }
        return described;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files =
                Stream.concat(
                        Stream.of(ROOT.resolve("airshed")),
                        Stream.concat(
                                Files.walk(ROOT.resolve("launcher")),
                                Files.walk(ROOT.resolve("platform/src/main"))))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*(\\.java|\\.sh|\\.ya?ml|/airshed)$"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
