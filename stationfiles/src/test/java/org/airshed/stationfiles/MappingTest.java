package org.airshed.stationfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airshed.engine.substance.Pollutant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {
    static final String GOOD =
            """
            station = code
            time = time
            time.pattern = yyyy-MM-dd HH:mm
            time.zone = Asia/Shanghai
            time.labels = end
            pm2_5 = PM2.5
            unit.pm2_5 = ug/m3
            """;

    static Mapping mapping(String text) throws UnusableFileException {
        return Mapping.read(
                "my.mapping", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** One line of the good mapping replaced, and what the refusal says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit.pm2_5 = ug/m3|unit.pm2_5 = ppb|line 7, unit.pm2_5: expected ug/m3 or mg/m3, got 'ppb'",
                "unit.pm2_5 = ug/m3|unit.pm2_5 = grams|line 7, unit.pm2_5: expected ug/m3 or mg/m3, got 'grams'",
                "unit.pm2_5 = ug/m3|# none|unit.pm2_5: expected ug/m3 or mg/m3, got no such line",
                "unit.pm2_5 = ug/m3|unit.co = mg/m3|line 7, unit.co: expected a line co = column too, got 'mg/m3'",
                "time.zone = Asia/Shanghai|time.zone = Beijing|line 4, time.zone: expected a zone like",
                "time.zone = Asia/Shanghai|# none|time.zone: expected a zone like",
                "time.labels = end|time.labels = middle|line 5, time.labels: expected start or end, got 'middle'",
                "time.labels = end|# none|time.labels: expected start or end, got no such line",
                "yyyy-MM-dd HH:mm|yy-MM-dd HH:mm|line 3, time.pattern: expected yyyy, MM, dd, HH",
                "yyyy-MM-dd HH:mm|yyyy-MM-dd hh:mm a|line 3, time.pattern: expected yyyy",
                "yyyy-MM-dd HH:mm|yyyy-MM-dd|line 3, time.pattern: expected yyyy",
                "yyyy-MM-dd HH:mm|yyyy-MM-dd 'HH:mm|line 3, time.pattern: expected yyyy",
                "station = code|station code|line 1, line: expected key = value, got 'station code'",
                "station = code|statoin = code|line 1, statoin: expected one of the keys station, station.fixed",
                "station = code|station =|line 1, station: expected a value, or no such line",
                "station = code|# none|station: expected a column's name, or station.fixed = a code",
                "time = time|# none|line 3, time.pattern: expected a line time = column too",
                "pm2_5 = PM2.5|# none|line 7, unit.pm2_5: expected a line pm2_5 = column too"
            })
    void anErrorNamesLineKeyValueAndWhatWasExpected(String good, String bad, String message) {
        assertThatThrownBy(() -> mapping(GOOD.replace(good, bad)))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("my.mapping")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "station = other|line 8, station: expected each key once, it stands in line 1",
                "station.fixed = S1|line 8, station.fixed: expected no station.fixed beside station",
                "time.hour = hour|line 8, time.hour: expected no time.hour beside time",
                "longitude = lon|line 8, longitude: expected both longitude and latitude, or neither",
                "charset = latin1|line 8, charset: expected auto, UTF-8, GBK or GB18030, got 'latin1'",
                "separator = pipe|line 8, separator: expected comma, semicolon or tab, got 'pipe'",
                "decimal = comma|line 8, decimal: expected another sign than the separator",
                "decimal = dot|line 8, decimal: expected point or comma, got 'dot'",
                "header.line = 0|line 8, header.line: expected the header's line, from 1 to 1000",
                "header.line = two|line 8, header.line: expected the header's line",
            })
    void aFurtherLineThatMakesNoSenseIsRefused(String line, String message) {
        assertThatThrownBy(() -> mapping(GOOD + line))
                .hasMessageStartingWith("my.mapping " + message);
    }

    @Test
    void atLeastOnePollutantIsNeeded() {
        assertThatThrownBy(() -> mapping(GOOD.replace("pm2_5 = PM2.5\nunit.pm2_5 = ug/m3\n", "")))
                .hasMessage("my.mapping, pm2_5: expected the column of at least one pollutant");
    }

    @Test
    void anotherCharsetAndAnEndlessTextAreRefused() {
        assertThatThrownBy(() ->
                        Mapping.read(
                                "my.mapping",
                                new ByteArrayInputStream(
                                        GOOD.replace("code", "站点编号")
                                                .getBytes(Charset.forName("GB18030")))))
                .hasMessage("expected a mapping in UTF-8, my.mapping is in another charset");
        assertThatThrownBy(() -> mapping("#".repeat(70_000)))
                .hasMessage("expected a mapping of at most 64 KiB, my.mapping is longer");
    }

    @Test
    void commentsAByteOrderMarkAndWindowsLineEndsAreUnderstood() throws IOException {
        mapping("\uFEFF" + ("# mine\n\n" + GOOD).replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ug/m3", "µg/m³", "μg/m3", "UG/M3", "ug / m³"})
    void unitsAreKnownHoweverTheyAreWritten(String unit) throws IOException {
        Mapping mapping = mapping(GOOD.replace("ug/m3", unit));
        assertThat(mapping.concentrations().getFirst().unit())
                .isEqualTo(ConcentrationUnit.MICROGRAMS);
    }

    @Test
    void aFractionOfAGasWeighsWhatGb3095Says() {
        assertThat(ConcentrationUnit.PARTS_PER_BILLION.thousandthsPerUnit(Pollutant.O3))
                .isEqualByComparingTo("1962");
        assertThat(ConcentrationUnit.PARTS_PER_MILLION.thousandthsPerUnit(Pollutant.CO))
                .isEqualByComparingTo("1145");
        assertThat(ConcentrationUnit.MILLIGRAMS.thousandthsPerUnit(Pollutant.CO))
                .isEqualByComparingTo("1000");
        assertThat(ConcentrationUnit.MICROGRAMS.thousandthsPerUnit(Pollutant.CO))
                .isEqualByComparingTo("1");
    }

    @Test
    void shippedMappingsAreWellFormedAndOthersAreRefused() throws IOException {
        for (String name : Mapping.SHIPPED) {
            assertThat(Mapping.shipped(name).concentrations()).hasSize(6);
        }
        assertThatThrownBy(() -> Mapping.shipped("../prsa"))
                .hasMessage("expected a shipped mapping, one of cnemc, prsa, got '../prsa'");
    }

    @Test
    void theGuideListsEveryKeyAndItsExampleIsWellFormed() throws IOException {
        String guide =
                Files.readString(
                        Path.of(System.getProperty("airshed.root"), "docs/guide/mapping.md"));
        List<String> documented = new ArrayList<>();
        for (Matcher row = Pattern.compile("(?m)^\\| `([^`]+)` \\|").matcher(guide); row.find(); ) {
            documented.add(row.group(1));
        }
        assertThat(documented)
                .containsExactlyElementsOf(
                        Arrays.stream(MappingKey.values()).map(MappingKey::word).toList());
        Matcher example = Pattern.compile("(?s)```properties\n(.*?)```").matcher(guide);
        assertThat(example.find()).isTrue();
        assertThat(mapping(example.group(1)).concentrations()).isNotEmpty();
        assertThat(guide).contains(Mapping.SHIPPED);
    }
}
