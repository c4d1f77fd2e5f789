package org.airshed.cli;

import static java.util.regex.Matcher.quoteReplacement;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever a table holds, a command answers or refuses with a sentence; it never breaks down. What
 * is found is not shrunk: one step of that over drawn doubles takes minutes.
 */
class InputTablesPropertyTest {
    private static final int COMMANDS = 8;
    private static Path folder = Path.of(""); // made anew for every run

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("airshed-tables");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Provide
    static Arbitrary<String> fields() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "NaN",
                        "NA",
                        "-999",
                        "-1",
                        "0",
                        "-0.0",
                        "1e50",
                        "-1e50",
                        "1e-50",
                        "1e308",
                        "-1e308",
                        "1e-320",
                        "1e999",
                        "Infinity",
                        "-Infinity",
                        "0x1p3",
                        "1f",
                        "1,2",
                        "\"",
                        "\"\"",
                        "\t",
                        "\u0000",
                        "北京",
                        "%s%n%d",
                        "2147483648"),
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.strings().ofMaxLength(12));
    }

    /** One field of a good table becomes another. */
    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void aSpoiltFieldIsAnsweredOrRefused(
            @ForAll @IntRange(max = COMMANDS - 1) int command,
            @ForAll @IntRange(max = 600) int line,
            @ForAll @IntRange(max = 7) int column,
            @ForAll("fields") String field)
            throws IOException {
        holds(command, text -> spoilt(text, line, column, field));
    }

    private static String spoilt(String text, int line, int column, String field) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = line % lines.size();
        String[] fields = lines.get(at).split(",", -1);
        fields[column % fields.length] = field;
        lines.set(at, String.join(",", fields));
        return String.join("\n", lines);
    }

    /** Lines go, come twice or change places. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void spoiltLinesAreAnsweredOrRefused(
            @ForAll @IntRange(max = COMMANDS - 1) int command,
            @ForAll @IntRange(max = 600) int from,
            @ForAll @IntRange(max = 600) int to,
            @ForAll boolean twice)
            throws IOException {
        holds(
                command,
                text -> {
                    List<String> lines = text.lines().toList();
                    List<String> kept =
                            new ArrayList<>(lines.subList(0, from % (lines.size() + 1)));
                    kept.addAll(
                            lines.subList(twice ? 0 : Math.min(to, lines.size()), lines.size()));
                    return String.join("\n", kept);
                });
    }

    /** Anything at all in place of the table. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void anyTextIsAnsweredOrRefused(
            @ForAll @IntRange(max = COMMANDS - 1) int command, @ForAll String text)
            throws IOException {
        holds(command, _ -> text);
    }

    @Example
    void emptyTablesAndSingleRowsAreRefusedByFile() throws IOException {
        for (int command = 0; command < COMMANDS; command++) {
            assertThat(holds(command, _ -> "").err()).contains("expected a header in");
            Console bare = holds(command, text -> text.lines().findFirst().orElseThrow());
            Console one =
                    holds(
                            command,
                            text -> String.join("\n", text.lines().limit(2).toList()) + "\n");
            String name = MadeTables.commands(folder).get(command)[0];
            boolean answers = name.equals("cpf") || name.equals("pscf") || name.equals("cwt");
            assertThat(one.exitCode()).as(name + one.err()).isEqualTo(answers ? 0 : 2);
            assertThat(bare.exitCode()).as(name + bare.err()).isEqualTo(name.equals("cwt") ? 0 : 2);
        }
    }

    @Example
    void whatIsRefusedIsNamedByFileLineAndValue() throws IOException {
        refused(0, "day3,-1,", "day3,-1.5,", "'-1.5'", "ends.csv, line ", "column hour.inc");
        refused(2, "2026,1,2,3,", "2026,1,2,3,x", "'x", "hours.csv, line 29", "column PM2.5");
        refused(3, "2026,1,2,3,", "2026,1,2,2,", "2026-01-02 02:00", "hours.csv, lines 29 and 28");
        refused(3, ",120\n", ",400\n", "'400'", "hours.csv, line 4", "column wd");
        refused(4, "2016,1,", "2016,1.5,", "'1.5'", "months.csv, line 14", "column month");
        refused(4, "2016,1,", "2016,1,Infinity\n2016,1,", "'Infinity'", "line 14");
        refused(7, "d2,", "d2,-", "concentration of 0 or more", "v.csv, line 4, column a");
        refused(7, "d2,", "d2,1,", "got 6 (", "v.csv, line 4");
        refused(7, "day,a,b", "day,a,a", "'a' twice", "v.csv, line 1");
        refused(2, "\n", "\n\"", "closing quote", "hours.csv, line 2");
    }

    /** In every column of every command, in the first row and in one of the middle. */
    @Example
    void numbersThatAreHugeOrTinyAreAnsweredOrRefused() throws IOException {
        for (String number : List.of("1e50", "-1e50", "1e-50", "1e-320", "1e308", "-0.0")) {
            for (int at = 0; at < COMMANDS * 16; at++) {
                int column = at / COMMANDS % 8;
                int line = at / COMMANDS / 8 * 20 + 1;
                holds(at % COMMANDS, text -> spoilt(text, line, column, number));
            }
        }
    }

    @Example
    void endlessLinesAndColumnsAreRefusedEarly() throws IOException {
        String million = "1,".repeat(499_000);
        refused(2, "2026,1,2,3,", million, "got more than 10000", "hours.csv, line 29");
        refused(2, "2026,1,2,3,", million + million, "longer one that begins '1,1,", "line 29");
        refused(2, "year,", million, "at most 10000 columns", "hours.csv, line 1");
        String wide = String.join(",", IntStream.range(0, 9000).mapToObj(at -> "c" + at).toList());
        assertThat(holds(2, _ -> wide + "\n").err()).contains("and 8960 more").hasSizeLessThan(900);
    }

    @Example
    void brokenArchivesAreRefused() throws IOException {
        Path file = folder.resolve("broken.csv.gz");
        Files.writeString(file, "no archive");
        assertThat(Console.run("cpf", file.toString()).err())
                .contains("broken.csv.gz cannot be read");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(MadeTables.hours().getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Console console = Console.run("cpf", file.toString());
        assertThat(console.exitCode()).isEqualTo(2);
        assertThat(console.err()).contains("broken.csv.gz cannot be read");
        assertThat(Console.run("cpf", folder.toString()).err()).contains("found none");
    }

    private static void refused(int command, String what, String by, String... said)
            throws IOException {
        Console console =
                holds(
                        command,
                        text -> text.replaceFirst(Pattern.quote(what), quoteReplacement(by)));
        assertThat(console.exitCode()).isEqualTo(2);
        assertThat(console.err()).contains(said).hasSizeLessThan(900);
    }

    /** Runs a command over its first file as this spoils it. */
    private static Console holds(int command, UnaryOperator<String> spoil) throws IOException {
        String[] words = MadeTables.commands(folder).get(command);
        Path file = Path.of(words[1]);
        Files.write(file, spoil.apply(Files.readString(file)).getBytes(StandardCharsets.UTF_8));
        List<String> cheaper = new ArrayList<>(List.of(words));
        cheaper.replaceAll(word -> word.equals("60") ? "2" : word);
        cheaper.add("--json");
        Console console = Console.run(cheaper.toArray(String[]::new));
        assertThat(console.exitCode()).as(console.err()).isIn(0, 2);
        assertThat(console.err()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(console.out())
                .doesNotContain("NaN,")
                .doesNotContain(":NaN")
                .doesNotContain("Infinity");
        if (console.exitCode() == 2) {
            assertThat(console.out()).isEmpty();
            assertThat(console.err()).contains("airshed: ").contains(".csv");
        }
        return console;
    }
}
