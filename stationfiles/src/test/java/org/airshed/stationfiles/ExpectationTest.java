package org.airshed.stationfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectationTest {
    @Test
    void everyKindHasACodeOfItsOwn() {
        assertThat(Arrays.stream(Expected.values()).map(Expected::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z0-9-]{1,40}"));
    }

    @Test
    void aSentenceTakesItsArgumentsOnceAndKeepsOtherBraces() {
        assertThat(
                        new Expectation(
                                        "same-area",
                                        "{area}, as at station {station}",
                                        Map.of("area", "{station}$1", "station", "S1"))
                                .sentence())
                .isEqualTo("{station}$1, as at station S1");
        assertThat(Expectation.inWords("a {brace}").sentence()).isEqualTo("a {brace}");
    }

    @Test
    void theHourOfANationalFileIsAsWritten() throws IOException {
        List<String> hours = new ArrayList<>();
        CnemcFile.read(
                "a.csv",
                new ByteArrayInputStream(
                        (String.join(",", CnemcFile.REQUIRED_COLUMNS)
                                        + "\n2099-01-01T0000,1A,甲,北京市,1,1,,,,,,,,\n")
                                .getBytes(StandardCharsets.UTF_8)),
                new CnemcVisitor() {
                    @Override
                    public void row(CnemcRow row) {
                        hours.add(row.writtenHour().text());
                    }

                    @Override
                    public void reject(Reject reject) {
                        throw new AssertionError(reject.message());
                    }
                });
        assertThat(hours).containsExactly("2099-01-01T0000");
    }

    @Test
    void anHourToComeIsRejectedAsWritten() throws IOException {
        assertThat(
                        rejectedHour(
                                (MappedFileTest.HEADER
                                                + MappedFileTest.ROW.replace("2026-02", "2027-02"))
                                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new WrittenField("time", "2027-02-28 01:00"));
        assertThat(
                        rejectedHour(
                                WorkbookTest.workbook(sheet -> {
                                    WorkbookTest.row(sheet, 0, "code", "name", "time", "PM2.5");
                                    WorkbookTest.row(
                                            sheet,
                                            1,
                                            "S1",
                                            "",
                                            LocalDateTime.of(2027, 2, 28, 1, 0),
                                            1);
                                })))
                .isEqualTo(new WrittenField("time (cell C2)", "2027-02-28T01:00"));
    }

    private static WrittenField rejectedHour(byte[] table) throws IOException {
        Preview preview =
                MappedFile.preview(
                        "a",
                        new ByteArrayInputStream(table),
                        MappingTest.mapping(MappedFileTest.NAMED),
                        MappedFileTest.NOW,
                        5);
        assertThat(preview.rejects()).hasSize(1);
        Reject reject = preview.rejects().getFirst();
        assertThat(reject.expectation().code()).isEqualTo("hour-by");
        assertThat(reject.expected()).isEqualTo("an hour that ends by 2026-03-01T01:00:00Z");
        return new WrittenField(reject.column(), reject.value());
    }
}
