package org.airshed.stationfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortFilesTest {
    private static final String STATIONS = "stationcode,positionname,area,longitude,latitude\n";
    private static final String PEOPLE = "code,area,resident_population,census_date,source\n";

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void nameAFile() {
        file = folder.resolve("list.csv");
    }

    @Test
    void aStationIsReadAsListed() throws IOException {
        Files.writeString(file, STATIONS + "1001A,万寿西宫,北京市,116.3611,39.8786\n");
        assertThat(StationListFile.read(file).rows())
                .containsExactly(new ListedStation("1001A", "万寿西宫", "北京市", 116.3611, 39.8786));
    }

    @Test
    void aStationListedTwiceOrNowhereIsRejected() throws IOException {
        Files.writeString(
                file,
                STATIONS
                        + "1001A,万寿西宫,北京市,116.3611,39.8786\n"
                        + "1001A,东四,北京市,116.4174,39.9289\n"
                        + "1004A,天坛,北京市,,39.8858\n");
        Listing<ListedStation> listing = StationListFile.read(file);
        assertThat(listing.rows()).hasSize(1);
        assertThat(listing.rejects())
                .extracting(Reject::message)
                .containsExactly(
                        "list.csv line 3, stationcode: expected each code once, it stands in line"
                                + " 2, got '1001A'",
                        "list.csv line 4, longitude: expected degrees from -180 to 180, got ''");
    }

    @Test
    void aPopulationIsReadWithItsSource() throws IOException {
        Files.writeString(file, PEOPLE + "110000,北京市,21893095,2020-11-01,Seventh Census\n");
        assertThat(PopulationFile.read(file).rows())
                .containsExactly(
                        new ResidentPopulation(
                                2,
                                "110000",
                                "北京市",
                                21_893_095,
                                LocalDate.parse("2020-11-01"),
                                "Seventh Census"));
    }

    @Test
    void aPopulationWithoutASourceADayOrANumberIsRejected() throws IOException {
        Files.writeString(
                file,
                PEOPLE
                        + "110000,北京市,21893095,2020-11-01,\n"
                        + "120000,天津市,13866009,2020-13-01,Seventh Census\n"
                        + "130100,石家庄市,NA,2020-11-01,Seventh Census\n"
                        + "130200,唐山市,7.7,2020-11-01,Seventh Census\n");
        Listing<ResidentPopulation> listing = PopulationFile.read(file);
        assertThat(listing.rows()).isEmpty();
        assertThat(listing.rejects())
                .extracting(Reject::column)
                .containsExactly(
                        "source", "census_date", "resident_population", "resident_population");
    }

    @Test
    void aListInGbkOrWithoutAColumnIsRefused() throws IOException {
        Files.write(
                file,
                (STATIONS + "1001A,万寿西宫,北京市,116.3611,39.8786\n").getBytes(Charset.forName("GBK")));
        assertThatThrownBy(() -> StationListFile.read(file))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("is GBK");
        Files.writeString(file, STATIONS);
        assertThatThrownBy(() -> PopulationFile.read(file))
                .hasMessageEndingWith("has no code, resident_population, census_date, source");
    }
}
