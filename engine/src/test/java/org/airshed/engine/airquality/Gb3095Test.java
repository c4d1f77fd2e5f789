package org.airshed.engine.airquality;

import static org.airshed.engine.airquality.AreaClass.CLASS_1;
import static org.airshed.engine.airquality.AreaClass.CLASS_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.airshed.engine.edition.Confidence;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.substance.Pollutant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gb3095Test {
    private static final List<String> EDITIONS =
            List.of("GB3095-2012", "GB3095-2026-transition", "GB3095-2026-final");

    /** Published case: GB 3095 Tables 1 and 2, each cell class 1/class 2, the three editions. */
    @ParameterizedTest
    @CsvSource({
        "so2,annual,20/60,20/60,20/20",
        "so2,24h,50/150,50/150,50/50",
        "so2,1h,150/500,150/500,150/150",
        "no2,annual,40/40,40/40,30/30",
        "no2,24h,80/80,80/80,50/50",
        "no2,1h,200/200,200/200,200/200",
        "co,24h,4/4,4/4,4/4",
        "co,1h,10/10,10/10,10/10",
        "o3,dmax8h,100/160,100/160,100/160",
        "o3,1h,160/200,160/200,160/200",
        "pm10,annual,40/70,40/60,20/50",
        "pm10,24h,50/150,50/120,50/100",
        "pm2_5,annual,15/35,15/30,10/25",
        "pm2_5,24h,35/75,35/60,25/50",
        "tsp,annual,80/200,80/200,80/200",
        "tsp,24h,120/300,120/300,120/300",
        "nox,annual,50/50,50/50,40/40",
        "nox,24h,100/100,100/100,70/70",
        "nox,1h,250/250,250/250,250/250",
        "pb,annual,0.5/0.5,0.5/0.5,0.5/0.5",
        "pb,quarter,1.0/1.0,1.0/1.0,1.0/1.0",
        "bap,annual,0.001/0.001,0.001/0.001,0.001/0.001",
        "bap,24h,0.0025/0.0025,0.0025/0.0025,0.0025/0.0025"
    })
    void everyLimitIsTheStandards(
            String pollutant, String period, String in2012, String transition, String last) {
        Item item = item(pollutant, period);
        List<String> cells = List.of(in2012, transition, last);
        for (int edition = 0; edition < EDITIONS.size(); edition++) {
            String[] classes = cells.get(edition).split("/");
            Gb3095 standard = Gb3095.edition(EDITIONS.get(edition));
            assertThat(standard.limit(item, CLASS_1).concentration().value())
                    .isEqualByComparingTo(new BigDecimal(classes[0]));
            assertThat(standard.limit(item, CLASS_2).concentration().value())
                    .isEqualByComparingTo(new BigDecimal(classes[1]));
        }
    }

    @Test
    void noLimitStandsBesideTheTested() {
        assertThat(Gb3095.editions()).extracting(Gb3095::id).isEqualTo(EDITIONS);
        assertThat(Gb3095.editions())
                .allSatisfy(edition -> assertThat(edition.limits()).hasSize(46));
    }

    @ParameterizedTest
    @CsvSource({
        "2016-01-01,GB3095-2012",
        "2026-02-28,GB3095-2012",
        "2026-03-01,GB3095-2026-transition",
        "2030-12-31,GB3095-2026-transition",
        "2031-01-01,GB3095-2026-final",
        "2050-06-01,GB3095-2026-final"
    })
    void theObservedDayChoosesTheEdition(LocalDate observed, String edition) {
        assertThat(Gb3095.findInForce(observed)).map(Gb3095::id).contains(edition);
    }

    @Test
    void beforeItAppliedNationwideNoEditionIsInForce() {
        assertThat(Gb3095.findInForce(LocalDate.parse("2015-12-31"))).isEmpty();
    }

    @Test
    void eachDayHasAtMostOneEdition() {
        LocalDate day = LocalDate.parse("2015-12-01");
        for (int count = 0; count < 6000; count++, day = day.plusDays(1)) {
            LocalDate observed = day;
            assertThat(
                            Gb3095.editions().stream()
                                    .filter(edition -> edition.validity().includes(observed)))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    /** Law: class 1 is never laxer, and no later edition is laxer than an earlier one. */
    @Test
    void limitsOnlyEverTighten() {
        for (Limit limit : Gb3095.edition("GB3095-2012").limits()) {
            Concentration previous = limit.concentration();
            for (String edition : EDITIONS) {
                Gb3095 standard = Gb3095.edition(edition);
                Concentration now = standard.limit(limit.item(), limit.area()).concentration();
                assertThat(now).isLessThanOrEqualTo(previous);
                assertThat(standard.limit(limit.item(), CLASS_1).concentration())
                        .isLessThanOrEqualTo(standard.limit(limit.item(), CLASS_2).concentration());
                previous = now;
            }
        }
    }

    @Test
    void aValueEqualToTheLimitMeetsIt() {
        Limit limit = Gb3095.edition("GB3095-2026-final").limit(item("pm2_5", "24h"), CLASS_2);
        assertThat(limit.isMetBy(Concentration.ugm3("50"))).isTrue();
        assertThat(limit.isMetBy(Concentration.mgm3("0.05"))).isTrue();
        assertThat(limit.isMetBy(Concentration.ugm3("50.001"))).isFalse();
    }

    @Test
    void anItemWithoutALimitIsRefusedByName() {
        assertThatThrownBy(() -> Gb3095.edition("GB3095-2012").limit(item("pm2_5", "1h"), CLASS_2))
                .hasMessage("expected an item that GB3095-2012 limits, got pm2_5 1h");
        assertThatThrownBy(() -> Gb3095.edition("GB3095-1996"))
                .hasMessageContaining("GB3095-2026-final");
    }

    /** Published case: GB 3095-2026, Table 4. */
    @ParameterizedTest
    @CsvSource({
        "so2 no2 pm10 pm2_5 nox,annual,DAYS,324,27,25",
        "so2 no2 co pm10 pm2_5 nox,24h,HOURS,20,0,0",
        "o3,8h,HOURS,6,0,0",
        "so2 no2 co o3 nox,1h,MINUTES,45,0,0",
        "tsp bap pb,annual,DAYS,60,5,5",
        "pb,quarter,DAYS,15,5,5",
        "tsp bap pb,24h,HOURS,24,0,0"
    })
    void theLeastDataIsTheStandards(
            String pollutants,
            String period,
            MinimumData.Unit unit,
            int least,
            int month,
            int feb) {
        for (String pollutant : pollutants.split(" ")) {
            for (String edition : EDITIONS.subList(1, 3)) {
                MinimumData minimum =
                        Gb3095.edition(edition)
                                .findMinimumData(item(pollutant, period))
                                .orElseThrow();
                assertThat(minimum.unit()).isEqualTo(unit);
                assertThat(minimum.isMetBy(least)).isTrue();
                assertThat(minimum.isMetBy(least - 1)).isFalse();
                assertThat(minimum.perMonth()).isEqualTo(month);
                assertThat(minimum.february()).isEqualTo(feb);
                assertThat(minimum.isMetInMonth(2, feb)).isTrue();
                assertThat(minimum.isMetInMonth(3, month)).isTrue();
            }
        }
    }

    @Test
    void whatIsOnlyRememberedOf2012MustBeAskedFor() {
        Gb3095 standard = Gb3095.edition("GB3095-2012");
        Item daily = item("pm2_5", "24h");
        assertThat(standard.findMinimumData(daily)).isEmpty();
        MinimumData remembered = standard.findMinimumDataOfAnySource(daily).orElseThrow();
        assertThat(remembered.atLeast()).isEqualTo(20);
        assertThat(remembered.provenance().confidence()).isEqualTo(Confidence.M);
    }

    @Test
    void everyLimitHasAVerifiedSource() {
        assertThat(
                        Gb3095.editions().stream()
                                .flatMap(edition -> edition.limits().stream())
                                .map(limit -> limit.provenance().confidence()))
                .allMatch(Confidence::verified)
                .hasSize(138);
    }

    @Test
    void classTwoParticlesAreStatedInTheUnitOfTheStandard() {
        assertThat(
                        Stream.of(Pollutant.PM2_5, Pollutant.CO)
                                .map(pollutant ->
                                        Gb3095.edition("GB3095-2026-transition")
                                                .limit(Item.day(pollutant), CLASS_2)
                                                .concentration()
                                                .toString()))
                .containsExactly("60 ug/m3", "4 mg/m3");
    }

    private static Item item(String pollutant, String period) {
        return new Item(
                Pollutant.findByCode(pollutant).orElseThrow(), AveragingPeriod.ofCode(period));
    }
}
