package org.airshed.engine.airquality;

import static org.airshed.engine.substance.Pollutant.CO;
import static org.airshed.engine.substance.Pollutant.NO2;
import static org.airshed.engine.substance.Pollutant.O3;
import static org.airshed.engine.substance.Pollutant.PM10;
import static org.airshed.engine.substance.Pollutant.PM2_5;
import static org.airshed.engine.substance.Pollutant.SO2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.substance.Pollutant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Hj633Test {
    private static final Hj633 OLD = Hj633.edition("HJ633-2012");
    private static final Hj633 NEW = Hj633.edition("HJ633-2026");

    /** Published case: Table 1 of both editions, at every breakpoint the index of its row. */
    @ParameterizedTest
    @CsvSource({
        "HJ633-2012,so2 24h,0 50 150 475 800 1600 2100 2620",
        "HJ633-2012,so2 1h,0 150 500 650 800",
        "HJ633-2012,no2 24h,0 40 80 180 280 565 750 940",
        "HJ633-2012,no2 1h,0 100 200 700 1200 2340 3090 3840",
        "HJ633-2012,co 24h,0 2 4 14 24 36 48 60",
        "HJ633-2012,co 1h,0 5 10 35 60 90 120 150",
        "HJ633-2012,o3 1h,0 160 200 300 400 800 1000 1200",
        "HJ633-2012,o3 8h,0 100 160 215 265 800",
        "HJ633-2012,pm10 24h,0 50 150 250 350 420 500 600",
        "HJ633-2012,pm2_5 24h,0 35 75 115 150 250 350 500",
        "HJ633-2026,so2 24h,0 50 150 475 800 1600 2100 2620",
        "HJ633-2026,so2 1h,0 150 500 650 800",
        "HJ633-2026,no2 24h,0 40 80 180 280 565 750 940",
        "HJ633-2026,no2 1h,0 100 200 700 1200 2340 3090 3840",
        "HJ633-2026,co 24h,0 2 4 14 24 36 48 60",
        "HJ633-2026,co 1h,0 5 10 35 60 90 120 150",
        "HJ633-2026,o3 1h,0 160 200 300 400 800 1000 1200",
        "HJ633-2026,o3 8h,0 100 160 215 265 800",
        "HJ633-2026,pm10 24h,0 50 120 250 350 420 500 600",
        "HJ633-2026,pm2_5 24h,0 35 60 115 150 250 350 500"
    })
    void everyBreakpointHasTheIndexOfItsRow(String edition, String item, String concentrations) {
        int[] indices = {0, 50, 100, 150, 200, 300, 400, 500};
        List<String> written = Arrays.asList(concentrations.split(" "));
        List<Breakpoint> breakpoints = Hj633.edition(edition).breakpoints(item(item));
        assertThat(breakpoints).hasSize(written.size());
        for (int step = 0; step < written.size(); step++) {
            assertThat(breakpoints.get(step).index()).isEqualTo(indices[step]);
            assertThat(breakpoints.get(step).concentration().value())
                    .isEqualByComparingTo(written.get(step));
            assertThat(index(Hj633.edition(edition), item, written.get(step)))
                    .isEqualTo(indices[step]);
        }
        assertThat(Hj633.edition(edition).items()).hasSize(10);
    }

    /** Published case: the computed vectors of docs/science/hj633.md. */
    @ParameterizedTest
    @CsvSource({
        "HJ633-2012,pm2_5 24h,36,52",
        "HJ633-2012,pm2_5 24h,50,69",
        "HJ633-2012,pm2_5 24h,60,82",
        "HJ633-2012,pm2_5 24h,75,100",
        "HJ633-2012,pm2_5 24h,76,102",
        "HJ633-2012,pm2_5 24h,116,152",
        "HJ633-2012,pm2_5 24h,300,350",
        "HJ633-2026,pm2_5 24h,36,52",
        "HJ633-2026,pm2_5 24h,50,80",
        "HJ633-2026,pm2_5 24h,60,100",
        "HJ633-2026,pm2_5 24h,61,101",
        "HJ633-2026,pm2_5 24h,75,114",
        "HJ633-2026,pm2_5 24h,116,152",
        "HJ633-2026,pm2_5 24h,151,201",
        "HJ633-2012,pm10 24h,151,101",
        "HJ633-2012,pm10 24h,120,85",
        "HJ633-2026,pm10 24h,100,86",
        "HJ633-2026,pm10 24h,120,100",
        "HJ633-2026,pm10 24h,121,101",
        "HJ633-2026,pm10 24h,150,112",
        "HJ633-2026,o3 8h,161,101",
        "HJ633-2026,o3 8h,216,151",
        "HJ633-2026,o3 8h,266,201",
        "HJ633-2026,no2 24h,41,52",
        "HJ633-2026,no2 24h,81,101",
        "HJ633-2026,co 24h,2.1,53",
        "HJ633-2012,o3 8h,161,101",
        "HJ633-2012,no2 24h,81,101",
        "HJ633-2012,co 24h,2.1,53",
        // 2026 rounds the concentration first: 60.5 goes to the even 60.
        "HJ633-2026,pm2_5 24h,60.5,100",
        "HJ633-2026,pm2_5 24h,60.6,101",
        "HJ633-2026,co 24h,2.05,50",
        "HJ633-2026,co 24h,2.15,55",
        // 2012 does not say so: 75.1 lies above 75.
        "HJ633-2012,pm2_5 24h,75.1,101"
    })
    void theIndexIsTheComputedOne(String edition, String item, String concentration, int index) {
        assertThat(index(Hj633.edition(edition), item, concentration)).isEqualTo(index);
    }

    @Test
    void aboveTheTopBreakpointTheIndexStaysAtFiveHundred() {
        assertThat(index(OLD, "pm2_5 24h", "782")).isEqualTo(500);
        assertThat(index(NEW, "pm10 24h", "1950")).isEqualTo(500);
    }

    @Test
    void aHighHourOfSulphurDioxideHasNoIndexIn2012AndTwoHundredIn2026() {
        assertThat(OLD.subIndex(item("so2 1h"), ugm3("801")))
                .isInstanceOf(SubIndex.BeyondBreakpoints.class);
        assertThat(index(NEW, "so2 1h", "801")).isEqualTo(200);
        assertThat(index(OLD, "so2 1h", "800")).isEqualTo(200);
    }

    @Test
    void highEightHourOzoneHasNoIndexIn2012AndThreeHundredIn2026() {
        assertThat(OLD.subIndex(item("o3 8h"), ugm3("801")).index()).isEmpty();
        assertThat(index(NEW, "o3 8h", "801")).isEqualTo(300);
    }

    @Test
    void in2012TheDailySulphurDioxideStandsInForTheHighHour() {
        AqiReport report =
                OLD.report(
                        ReportForm.REAL_TIME,
                        Map.of(item("so2 1h"), ugm3("900"), item("so2 24h"), ugm3("1600")));
        assertThat(value(report).value()).isEqualTo(300);
        assertThat(value(report).primary()).containsExactly(SO2);
    }

    @Test
    void thousandthsAboveSixtyStillRoundUpTheIndexIn2012() {
        assertThat(index(OLD, "pm2_5 24h", "75.001")).isEqualTo(101);
        assertThat(index(NEW, "pm2_5 24h", "60.001")).isEqualTo(100);
    }

    @Test
    void theReportsUseTheItemsOfTheirEdition() {
        assertThat(codes(OLD, ReportForm.DAILY))
                .containsExactly(
                        "so2 24h",
                        "no2 24h",
                        "co 24h",
                        "o3 dmax1h",
                        "o3 dmax8h",
                        "pm10 24h",
                        "pm2_5 24h");
        assertThat(codes(NEW, ReportForm.DAILY))
                .containsExactly(
                        "so2 24h", "no2 24h", "co 24h", "o3 dmax8h", "pm10 24h", "pm2_5 24h");
        assertThat(codes(OLD, ReportForm.REAL_TIME))
                .containsExactly(
                        "so2 1h",
                        "no2 1h",
                        "co 1h",
                        "o3 1h",
                        "o3 8h",
                        "pm10 1h",
                        "pm10 24h",
                        "pm2_5 1h",
                        "pm2_5 24h");
        assertThat(codes(NEW, ReportForm.REAL_TIME))
                .containsExactly("so2 1h", "no2 1h", "co 1h", "o3 1h", "pm10 1h", "pm2_5 1h")
                .isEqualTo(codes(NEW, ReportForm.AS_PUBLISHED_BY_CNEMC))
                .isEqualTo(codes(OLD, ReportForm.AS_PUBLISHED_BY_CNEMC));
    }

    @Test
    void in2012AnHourOfParticlesIsShownWithoutAnIndex() {
        AqiReport report =
                OLD.report(
                        ReportForm.REAL_TIME,
                        Map.of(Item.hour(PM2_5), ugm3("400"), Item.day(PM2_5), ugm3("36")));
        assertThat(value(report).value()).isEqualTo(52);
        assertThat(report.items())
                .contains(new SubIndex.NoBreakpoints(Item.hour(PM2_5), ugm3("400")));
    }

    @Test
    void thePrimaryPollutantsAreNamedAboveFiftyAndTiesTogether() {
        AqiReport good =
                NEW.report(ReportForm.REAL_TIME, hour("10", "10", "0.1", "20", "50", "35"));
        assertThat(value(good))
                .isEqualTo(new AirIndex.Value(50, Hj633.scale().level(50), Set.of()));
        AqiReport tied =
                NEW.report(ReportForm.REAL_TIME, hour("10", "10", "0.1", "20", "120", "60"));
        assertThat(value(tied).primary()).containsExactly(PM10, PM2_5);
        assertThat(value(tied).level().nameZh()).isEqualTo("良");
    }

    @Test
    void onlyTheEditionOf2012NamesExceedingPollutants() {
        Map<Item, Concentration> day =
                Map.of(
                        item("so2 24h"),
                        ugm3("10"),
                        item("no2 24h"),
                        ugm3("90"),
                        item("co 24h"),
                        Concentration.mgm3("1"),
                        item("o3 dmax1h"),
                        ugm3("100"),
                        item("o3 dmax8h"),
                        ugm3("90"),
                        item("pm10 24h"),
                        ugm3("160"),
                        item("pm2_5 24h"),
                        ugm3("80"));
        assertThat(OLD.report(ReportForm.DAILY, day).exceeding()).containsExactly(NO2, PM10, PM2_5);
        assertThat(NEW.report(ReportForm.DAILY, day).exceeding()).isEmpty();
    }

    @Test
    void withAPollutantMissingTheEditionOf2026PublishesOnlyAboveOneHundred() {
        Map<Item, Concentration> hour = new HashMap<>(hour("10", "10", "0.1", "20", "30", "60"));
        hour.remove(Item.hour(O3));
        assertThat(NEW.report(ReportForm.REAL_TIME, hour).aqi())
                .isEqualTo(new AirIndex.None(AirIndex.Reason.POLLUTANT_MISSING, EnumSet.of(O3)));
        hour.put(Item.hour(PM2_5), ugm3("61"));
        assertThat(value(NEW.report(ReportForm.REAL_TIME, hour)).value()).isEqualTo(101);
    }

    @Test
    void aPollutantThatIsNotMonitoredUnderThePlanIsNoHindranceWhenTheCallerSaysSo() {
        Map<Item, Concentration> hour = new HashMap<>(hour("10", "10", "0.1", "20", "30", "60"));
        hour.remove(Item.hour(CO));
        AqiReport report = NEW.report(ReportForm.REAL_TIME, hour, EnumSet.of(CO));
        assertThat(value(report).value()).isEqualTo(100);
        assertThat(NEW.report(ReportForm.REAL_TIME, hour, EnumSet.of(SO2)).aqi())
                .isInstanceOf(AirIndex.None.class);
    }

    @Test
    void whatIsPublishedEveryHourDoesNotWaitForAMissingPollutant() {
        AqiReport report =
                NEW.report(ReportForm.AS_PUBLISHED_BY_CNEMC, Map.of(Item.hour(PM2_5), ugm3("36")));
        assertThat(value(report).value()).isEqualTo(52);
    }

    @ParameterizedTest
    @EnumSource(ReportForm.class)
    void nothingObservedGivesAReasonNotANumber(ReportForm form) {
        for (Hj633 edition : Hj633.editions()) {
            AirIndex none = edition.report(form, Map.of()).aqi();
            assertThat(none).isInstanceOf(AirIndex.None.class);
            assertThat(((AirIndex.None) none).reason()).isEqualTo(AirIndex.Reason.NOTHING_OBSERVED);
        }
    }

    @Test
    void cleanAirHasIndexZeroIn2012AndOneIn2026() {
        Map<Item, Concentration> clean = hour("0", "0", "0", "0", "0", "0");
        assertThat(value(OLD.report(ReportForm.AS_PUBLISHED_BY_CNEMC, clean)).value()).isZero();
        assertThat(value(NEW.report(ReportForm.AS_PUBLISHED_BY_CNEMC, clean)).value()).isOne();
        assertThat(value(NEW.report(ReportForm.REAL_TIME, clean)).value()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,一级,good,#00E400",
        "50,1,一级,good,#00E400",
        "51,2,二级,moderate,#FFFF00",
        "100,2,二级,moderate,#FFFF00",
        "101,3,三级,lightly-polluted,#FF7E00",
        "150,3,三级,lightly-polluted,#FF7E00",
        "151,4,四级,moderately-polluted,#FF0000",
        "200,4,四级,moderately-polluted,#FF0000",
        "201,5,五级,heavily-polluted,#99004C",
        "300,5,五级,heavily-polluted,#99004C",
        "301,6,六级,severely-polluted,#7E0023",
        "500,6,六级,severely-polluted,#7E0023"
    })
    void everyIndexHasItsLevelAndColour(
            int index, int rank, String number, String code, String colour) {
        IndexLevel level = Hj633.scale().level(index);
        assertThat(level.rank()).isEqualTo(rank);
        assertThat(level.number()).isEqualTo(number);
        assertThat(level.code()).isEqualTo(code);
        assertThat(level.colour().hex()).isEqualTo(colour);
        assertThat(Hj633.scale().provenance(level).confidence().verified()).isTrue();
    }

    /** The hour that ended at midnight between February and March 2026 belongs to February. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-28T16:00:00Z,HJ633-2012",
        "2026-02-28T17:00:00Z,HJ633-2026",
        "2026-05-31T15:00:00Z,HJ633-2026"
    })
    void theObservedHourChoosesTheEdition(Instant hourEnd, String edition) {
        assertThat(Hj633.findInForce(hourEnd)).map(Hj633::id).contains(edition);
    }

    @Test
    void theObservedDayChoosesTheEdition() {
        assertThat(Hj633.findInForce(LocalDate.parse("2026-02-28"))).contains(OLD);
        assertThat(Hj633.findInForce(LocalDate.parse("2026-03-01"))).contains(NEW);
        assertThat(Hj633.findInForce(LocalDate.parse("2015-12-31"))).isEmpty();
    }

    @Test
    void theGroupsToBeWarnedAreThoseOfTable2() {
        assertThat(NEW.sensitiveGroups(CO))
                .extracting(SensitiveGroup::code)
                .containsExactly("cardiovascular");
        assertThat(NEW.sensitiveGroups(O3))
                .extracting(SensitiveGroup::code)
                .containsExactly("respiratory", "young", "outdoors", "elderly");
        assertThat(NEW.sensitiveGroups(PM2_5)).isEqualTo(NEW.sensitiveGroups(PM10)).hasSize(5);
        assertThat(OLD.sensitiveGroups(O3)).isEmpty();
    }

    @Test
    void aNegativeConcentrationIsRefusedByName() {
        assertThatThrownBy(() -> index(NEW, "pm10 24h", "-1"))
                .hasMessage("expected a concentration of at least 0, got -1 ug/m3 (pm10 24h)");
    }

    @Test
    void unknownItemsAndEditionsAreRefusedByName() {
        assertThatThrownBy(() -> NEW.subIndex(item("pm2_5 1h"), ugm3("1")))
                .hasMessageContaining("got pm2_5 1h");
        assertThatThrownBy(() -> Hj633.edition("HJ633-2016"))
                .hasMessage("expected one of [HJ633-2012, HJ633-2026], got 'HJ633-2016'");
    }

    static Item item(String code) {
        String[] words = code.split(" ");
        return new Item(
                Pollutant.findByCode(words[0]).orElseThrow(), AveragingPeriod.ofCode(words[1]));
    }

    private static Concentration ugm3(String value) {
        return Concentration.ugm3(value);
    }

    private static int index(Hj633 edition, String item, String concentration) {
        Concentration observed =
                item.startsWith("co ")
                        ? Concentration.mgm3(concentration)
                        : Concentration.ugm3(concentration);
        return edition.subIndex(item(item), observed).index().orElseThrow();
    }

    private static Map<Item, Concentration> hour(
            String so2, String no2, String co, String o3, String pm10, String pm25) {
        return Map.of(
                Item.hour(SO2),
                ugm3(so2),
                Item.hour(NO2),
                ugm3(no2),
                Item.hour(CO),
                Concentration.mgm3(co),
                Item.hour(O3),
                ugm3(o3),
                Item.hour(PM10),
                ugm3(pm10),
                Item.hour(PM2_5),
                ugm3(pm25));
    }

    private static List<String> codes(Hj633 edition, ReportForm form) {
        return edition.items(form).stream().map(Item::code).toList();
    }

    private static AirIndex.Value value(AqiReport report) {
        return (AirIndex.Value) report.aqi();
    }
}
