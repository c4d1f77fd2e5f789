package org.airshed.stationfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.airshed.engine.substance.Species;
import org.airshed.stationfiles.HourlyRowTest.Gathered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Species besides the six, named in a mapping with their unit. */
class OtherSpeciesTest {
    private static final String WEATHER =
            MappingTest.GOOD
                    + """
                    species.temperature = T
                    unit.temperature = ℃
                    species.wind_direction = wd
                    unit.wind_direction = compass16
                    """;

    private final Gathered gathered = new Gathered();

    private FileEnd read(String mapping, String table) throws IOException {
        return MappedFile.read(
                "a.csv",
                new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
                MappingTest.mapping(mapping),
                MappedFileTest.NOW,
                gathered);
    }

    @Test
    void valuesStandInTheirOwnUnitAndAWordStaysBesideItsDegrees() throws IOException {
        read(
                WEATHER,
                """
                code,time,PM2.5,T,wd
                S1,2026-02-28 01:00,35,-0.7,nnw
                S1,2026-02-28 02:00,35,NA,N
                S1,2026-02-28 03:00,35,16.4333333333333,
                """);

        assertThat(gathered.rejects).isEmpty();
        assertThat(gathered.rows.getFirst().otherSpecies())
                .extracting(Species::code)
                .containsExactly("temperature", "wind_direction");
        assertThat(gathered.rows)
                .extracting(row ->
                        List.of(
                                row.otherValue(0),
                                row.otherValue(1),
                                row.findOtherWord(1).orElse("-")))
                .containsExactly(
                        List.of(-700L, 337_500L, "NNW"),
                        List.of(HourlyRow.NO_VALUE, 360_000L, "N"),
                        List.of(16_433L, HourlyRow.NO_VALUE, "-"));
    }

    @ParameterizedTest
    @CsvSource({
        "temperature,K,273.15,0",
        "temperature,degC,36.6,36600",
        "pressure,kPa,101.325,1013250",
        "pressure,Pa,101325,1013250",
        "wind_speed,km/h,36,10000",
        "wind_direction,deg,0,0",
        "so4,ng/m3,12345,12345",
        "so4,µg/m³,12.3455,12346",
        "el_pb,ug/m3,0.0123456,12346",
        "no,ppb,10,12265", // 30.006 / 24.4654 = 1.22647 µg/m³
        "isoprene,ppt,250,250",
        "relative_humidity,%,100,100000",
    })
    void unitsBecomeTheSpeciesOwn(String species, String unit, String text, long value)
            throws IOException {
        read(
                MappingTest.GOOD
                        + "species.%s = X\nunit.%s = %s\n".formatted(species, species, unit),
                "code,time,PM2.5,X\nS1,2026-02-28 01:00,35,%s\n".formatted(text));

        assertThat(gathered.rejects).isEmpty();
        assertThat(gathered.rows.getFirst().otherValue(0)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T|61|temperature in degc that becomes -60 to 60 degC",
                "T|warm|temperature in degc",
                "T|1e300|temperature in degc",
                "wd|NNX|a point of the compass",
                "wd|90|a point of the compass",
            })
    void whatNoAirHasIsRejectedWithItsColumn(String column, String text, String expected)
            throws IOException {
        read(
                WEATHER,
                "code,time,PM2.5,T,wd\nS1,2026-02-28 01:00,35,%s,%s\n"
                        .formatted(
                                column.equals("T") ? text : "1", column.equals("wd") ? text : "N"));

        assertThat(gathered.rows).isEmpty();
        assertThat(gathered.rejects.getFirst().column()).isEqualTo(column);
        assertThat(gathered.rejects.getFirst().expected()).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "species.so4 = X|unit.so4: expected ug/m3 or mg/m3 or ng/m3, got no such line",
                "unit.so4 = ug/m3|unit.so4: expected a line species.so4 = column too, got 'ug/m3'",
                "species.unobtainium = X|or species. and unit. with the code of a species",
                "species.pm10 = X|or species. and unit. with the code of a species",
            })
    void aMappingThatSaysHalfIsRefused(String line, String message) {
        assertThatThrownBy(() -> MappingTest.mapping(MappingTest.GOOD + line + "\n"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aHeaderThatNamesAnotherUnitIsRefused() {
        assertThatThrownBy(() ->
                        read(
                                MappingTest.GOOD + "species.no = NO(mg/m³)\nunit.no = ug/m3\n",
                                "code,time,PM2.5,NO(mg/m³)\nS1,2026-02-28 01:00,35,1\n"))
                .hasMessageContaining("unit.no = ug/m3");
    }

    @Test
    void aMappingMayNameOtherSpeciesOnly() throws IOException {
        Mapping mapping =
                MappingTest.mapping(
                        WEATHER.replace("pm2_5 = PM2.5\n", "").replace("unit.pm2_5 = ug/m3\n", ""));
        assertThat(mapping.pollutants()).isEmpty();
        assertThat(mapping.species()).hasSize(2);
    }

    @Test
    void aMappingKeepsItsTextAndAShippedOneItsName() throws IOException {
        assertThat(MappingTest.mapping(WEATHER).text()).isEqualTo(WEATHER);
        assertThat(MappingTest.mapping(WEATHER).shippedName()).isEmpty();
        assertThat(Mapping.shipped("prsa").shippedName()).isEqualTo(Optional.of("prsa"));
        assertThat(Mapping.shipped("prsa").text()).contains("compass16");
    }
}
