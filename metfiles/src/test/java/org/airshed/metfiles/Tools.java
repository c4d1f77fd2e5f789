package org.airshed.metfiles;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Debian's tools for weather files; a test that asks for one is skipped where it is absent. */
final class Tools {
    private Tools() {}

    /** What the tool prints, read to its end. */
    static List<String> lines(String... command) {
        Path program = Path.of("/usr/bin", command[0]);
        assumeTrue(
                Files.isExecutable(program),
                "%s absent: apt-get install libeccodes-tools netcdf-bin cdo".formatted(program));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + out);
            }
            return out.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The numbers of one variable as {@code ncdump} prints them; NaN where it prints a gap. */
    static double[] ncdump(Path file, String variable) {
        List<String> lines = lines("ncdump", "-p", "9,17", "-v", variable, file + "");
        String text = String.join(" ", lines.subList(lines.indexOf("data:"), lines.size()));
        // A name that begins with a digit is printed behind a backslash.
        String values = text.replaceFirst("^.*? \\\\?" + variable + " =", "");
        return Arrays.stream(values.substring(0, values.indexOf(';')).split(","))
                .map(String::strip)
                .mapToDouble(word ->
                        word.equals("_") || word.startsWith("NaN")
                                ? Double.NaN
                                : Double.parseDouble(word))
                .toArray();
    }
}
