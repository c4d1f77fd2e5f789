package org.airshed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PmfCommandTest {
    @TempDir private Path folder;

    @Test
    void bootstrapAndDisplacementArePrintedWithProgress() throws IOException {
        Console csv = pmf("--bootstrap", "5", "--block", "4", "--displacement");
        assertThat(csv.exitCode()).as(csv.err()).isZero();
        assertThat(csv.err())
                .contains("bootstrap [####................] 1/5")
                .contains("displacement [....................] 0/8")
                .contains("displacement [####################] 8/8");
        List<String> lines = csv.lines();
        int mapping = lines.indexOf("bootstrap_factor,mapped_to_1,mapped_to_2,unmapped");
        for (int factor = 1; factor <= 2; factor++) {
            String[] counts = lines.get(mapping + factor).split(",");
            assertThat(Arrays.stream(counts).skip(1).mapToInt(Integer::parseInt).sum())
                    .isEqualTo(5);
        }
        assertThat(lines)
                .contains("bootstrap_profile,species,value,low,high")
                .contains("displacement_rise,swaps_of_1,swaps_of_2")
                .contains("displacement_profile,species,value,rise,low,high,swaps");
        int entries = lines.indexOf("displacement_profile,species,value,rise,low,high,swaps");
        assertThat(lines.subList(entries + 1, lines.size())).hasSize(2 * 4 * 4);
        for (String entry : lines.subList(entries + 1, lines.size())) {
            String[] fields = entry.split(",");
            double value = Double.parseDouble(fields[2]);
            assertThat(Double.parseDouble(fields[4])).isLessThanOrEqualTo(value);
            assertThat(Double.parseDouble(fields[5])).isGreaterThanOrEqualTo(value);
        }
    }

    @Test
    void theJsonHoldsTheSameAndChosenSpeciesOnly() throws IOException {
        Console json = pmf("--bootstrap", "3", "--displacement-species", "b,d", "--json");
        assertThat(json.exitCode()).as(json.err()).isZero();
        assertThat(json.out())
                .contains("\"bootstrap\":{\"runs\":3,\"block\":4,\"mapped\":[[")
                .contains("\"displacement\":{\"refits\":20,\"decrease\":")
                .contains("\"swaps\":[{\"rise\":4.0,\"of_factors\":[")
                .contains("{\"factor\":2,\"species\":\"d\",\"value\":")
                .doesNotContain("\"species\":\"a\"");
        assertThat(pmf("--json").out()).doesNotContain("bootstrap").doesNotContain("displacement");
    }

    @Test
    void whatCannotBeResampledOrPushedIsRefusedBeforeAnythingIsComputed() throws IOException {
        for (String[] wrong :
                new String[][] {
                    {"expected species of", "--displacement-species", "gold"},
                    {"expected a block of rows such as 9", "--bootstrap", "2", "--block", "week"},
                    {"expected samples named by time", "--bootstrap", "2", "--block", "72h"},
                    {"blocks of 1 to 30 samples", "--bootstrap", "2", "--block", "31"},
                    {"expected 0 or more bootstrap runs", "--bootstrap", "-1"},
                    {"at least one refit", "--displacement", "--refits", "0"}
                }) {
            Console console = pmf(Arrays.copyOfRange(wrong, 1, wrong.length));
            assertThat(console.exitCode()).isEqualTo(2);
            assertThat(console.err()).contains(wrong[0]).doesNotContain("start [");
        }
    }

    @Test
    void hoursOfABlockBecomeRowsAtTheMedianStep() {
        List<String> days = new ArrayList<>();
        IntStream.rangeClosed(1, 27).forEach(day -> days.add("2026-01-%02d".formatted(day)));
        assertThat(BlockLength.rows("72h", days)).isEqualTo(3);
        assertThat(BlockLength.rows("1h", days)).isOne();
        assertThat(BlockLength.rows("30h", days)).isEqualTo(2);
        assertThat(BlockLength.rows("5", days)).isEqualTo(5);
        assertThat(BlockLength.rows("", days)).isEqualTo(3);
        assertThat(BlockLength.rows("6h", List.of("6/22/2001 0:00", "6/22/2001 2:00")))
                .isEqualTo(2);
        assertThat(BlockLength.rows("2h", List.of("2026-01-01T00:00", "2026-01-01 01:00:00")))
                .isEqualTo(2);
    }

    private Console pmf(String... more) throws IOException {
        String v = write("v.csv", MadeTables.composition(1));
        String u = write("u.csv", MadeTables.composition(0.1));
        List<String> words =
                new ArrayList<>(List.of("pmf", v, u, "--factors", "2", "--starts", "2"));
        words.addAll(List.of("--iterations", "300"));
        if (!List.of(more).contains("--refits")) {
            words.addAll(List.of("--refits", "20"));
        }
        words.addAll(List.of(more));
        return Console.run(words.toArray(String[]::new));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
