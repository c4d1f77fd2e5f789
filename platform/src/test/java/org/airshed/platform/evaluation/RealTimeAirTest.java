package org.airshed.platform.evaluation;

import static org.airshed.platform.observation.StationRole.EVALUATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Origin;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.Station;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Refusal;
import org.junit.jupiter.api.Test;

class RealTimeAirTest {
    private static final int NONE = Thousandths.ABSENT;
    private static final JurisdictionCode HEZE = new JurisdictionCode("371700");
    private static final JurisdictionCode BEIJING = new JurisdictionCode("110000");
    private static final Instant HOUR = Instant.parse("2026-03-12T12:00:00Z");
    private static final List<Station> STATIONS =
            List.of(
                    new Station(1, "H1", "one", HEZE, EVALUATION, 115.0, 35.0),
                    new Station(2, "H2", "two", HEZE, EVALUATION, 115.2, 35.2),
                    new Station(3, "B1", "one", BEIJING, EVALUATION, 116.4, 39.9));

    @Test
    void aCityIsTheRoundedMeanOfTheStationsThatObserved() {
        RegionAir region =
                air(
                                new int[] {3000, 20000, 500, 60000, 200000, 174000},
                                new int[] {4000, NONE, 600, 61000, 201000, 175000},
                                new int[] {1000, 1000, 100, 1000, 1000, 1000})
                        .at(HOUR, Set.of(HEZE));
        CityAir city = region.cities().getFirst();
        // 3.5 → 4 and 60.5 → 60 (half to even), 0.55 → 0.6, one station of NO2, 174.5 → 174
        assertThat(city.air().mean(Pollutant.SO2)).contains(new BigDecimal("4"));
        assertThat(city.air().mean(Pollutant.O3)).contains(new BigDecimal("60"));
        assertThat(city.air().mean(Pollutant.CO)).contains(new BigDecimal("0.6"));
        assertThat(city.air().mean(Pollutant.NO2)).contains(new BigDecimal("20"));
        assertThat(city.air().mean(Pollutant.PM2_5)).contains(new BigDecimal("174"));
        assertThat(city.air().aqi()).hasValue(224);
        assertThat(city.air().primary()).containsExactly(Pollutant.PM2_5);
        assertThat(city.stationsObserved()).isEqualTo(2);
    }

    @Test
    void aCityOfOneStationHasItsStationsIndex() {
        RealTimeAir air =
                air(
                        new int[] {NONE, NONE, NONE, NONE, NONE, NONE},
                        new int[] {NONE, NONE, NONE, NONE, NONE, NONE},
                        new int[] {5000, 30000, 700, 90000, 80000, 61000});
        int city = air.at(HOUR, Set.of(BEIJING)).cities().getFirst().air().aqi().orElseThrow();
        int station = air.stationsAt(HOUR, Set.of(BEIJING)).getFirst().air().aqi().orElseThrow();
        assertThat(city).isEqualTo(station).isEqualTo(101);
    }

    @Test
    void aCityWithoutAnyValueHasNoIndexAndSaysHowManyStationsItExpected() {
        RealTimeAir air =
                air(
                        new int[] {NONE, NONE, NONE, NONE, NONE, NONE},
                        new int[] {NONE, NONE, NONE, NONE, NONE, NONE},
                        new int[] {5000, 30000, 700, 90000, 80000, 61000});
        CityAir city = air.at(HOUR, Set.of(HEZE)).cities().getFirst();
        assertThat(city.air().aqi()).isEmpty();
        assertThat(city.stationsExpected()).isEqualTo(2);
        assertThat(city.stationsObserved()).isZero();
    }

    /** A reference outside the city or a station beside a road never makes a city's number. */
    @Test
    void onlyEvaluationPointsMakeACity() {
        var filling =
                new Readings.Filling(
                        new Origin("test", "测试", "test", true, false),
                        ZoneId.of("Asia/Shanghai"),
                        HOUR,
                        1,
                        List.of(
                                new Station(1, "H1", "one", HEZE, EVALUATION, 115.0, 35.0),
                                new Station(
                                        2, "H2", "road", HEZE, StationRole.ROADSIDE, 115.2, 35.2)));
        filling.put(0, 0, new int[] {3000, 20000, 500, 60000, 80000, 50000});
        filling.put(0, 1, new int[] {9000, 90000, 900, 60000, 200000, 150000});
        RealTimeAir air = new RealTimeAir(filling.readings());

        CityAir city = air.at(HOUR, Set.of(HEZE)).cities().getFirst();

        assertThat(city.air().mean(Pollutant.PM2_5)).contains(new BigDecimal("50"));
        assertThat(city.stationsExpected()).isEqualTo(1);
        assertThat(Explaining.of(air, HEZE, HOUR).steps().getLast().readings()).hasSize(1);
        assertThat(air.stationsAt(HOUR, Set.of(HEZE))).hasSize(2);
    }

    @Test
    void onlyVisibleCitiesAreShown() {
        RealTimeAir air = air(new int[6], new int[6], new int[6]);
        assertThat(air.at(HOUR, Set.of()).cities()).isEmpty();
        assertThat(air.stationsAt(HOUR, Set.of(BEIJING))).hasSize(1);
    }

    @Test
    void anHourThatIsNotHeldIsRefusedNamingWhatIsHeld() {
        RealTimeAir air = air(new int[6], new int[6], new int[6]);
        assertThatThrownBy(() -> air.at(HOUR.plusSeconds(3600), Set.of(HEZE)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2026-03-12T13:00:00Z")
                .hasMessageContaining("evaluation.hour-not-held");
    }

    @Test
    void theExplanationLeadsFromTheReadingsToTheIndex() {
        RealTimeAir air =
                air(
                        new int[] {3000, 20000, 500, 60000, 200000, 174000},
                        new int[] {4000, NONE, 600, 61000, 201000, 175000},
                        new int[6]);
        Explanation explanation = Explaining.of(air, HEZE, HOUR);
        Explanation.Step step = explanation.steps().getLast();
        assertThat(step.pollutant()).isEqualTo(Pollutant.PM2_5);
        assertThat(step.readings()).hasSize(2);
        assertThat(step.mean().orElseThrow()).isEqualByComparingTo("174.5");
        assertThat(step.used()).contains(new BigDecimal("174"));
        assertThat(step.low().orElseThrow().index()).isEqualTo(200);
        assertThat(step.high().orElseThrow().index()).isEqualTo(300);
        // 100/100 · (174 − 150) + 200
        assertThat(step.index()).contains(224);
    }

    private static RealTimeAir air(int[]... values_thousandths) {
        var filling =
                new Readings.Filling(
                        new Origin("test", "测试", "test", true, false),
                        ZoneId.of("Asia/Shanghai"),
                        HOUR,
                        1,
                        STATIONS);
        for (int station = 0; station < values_thousandths.length; station++) {
            filling.put(0, station, values_thousandths[station]);
        }
        return new RealTimeAir(filling.readings());
    }
}
