package org.airshed.engine.airquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.airshed.engine.averaging.DailyValues;
import org.airshed.engine.averaging.DayCompleteness;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.edition.Confidence;
import org.airshed.engine.substance.Pollutant;
import org.junit.jupiter.api.Test;

class WhoGuidelineTest {
    private static final DayCompleteness GB_3095_TABLE_4 =
            new DayCompleteness(324, 27, 25, Confidence.A);
    private static final Year YEAR = Year.of(2025);

    private static WhoGuideline.Level annualPm2_5(String mean) {
        return WhoGuideline.of(Pollutant.PM2_5, AveragingPeriod.YEAR).level(Rational.of(mean));
    }

    @Test
    void aMeanMeetsTheStrictestLevelItIsAtOrBelow() {
        assertThat(annualPm2_5("35.1")).isEqualTo(WhoGuideline.Level.ABOVE_TARGETS);
        assertThat(annualPm2_5("35")).isEqualTo(WhoGuideline.Level.INTERIM_TARGET_1);
        assertThat(annualPm2_5("15")).isEqualTo(WhoGuideline.Level.INTERIM_TARGET_3);
        assertThat(annualPm2_5("5.1")).isEqualTo(WhoGuideline.Level.INTERIM_TARGET_4);
        assertThat(annualPm2_5("5")).isEqualTo(WhoGuideline.Level.GUIDELINE);
    }

    @Test
    void targetsAGuidelineDoesNotHaveAreLeftOut() {
        WhoGuideline ozone = WhoGuideline.of(Pollutant.O3, AveragingPeriod.PEAK_SEASON);

        assertThat(ozone.findConcentration(WhoGuideline.Level.INTERIM_TARGET_3)).isEmpty();
        assertThat(ozone.level(Rational.of(65, 1))).isEqualTo(WhoGuideline.Level.INTERIM_TARGET_2);
        assertThat(WhoGuideline.guidelinesOfAnySource()).hasSize(10);
        assertThat(WhoGuideline.guidelines())
                .hasSize(5)
                .allMatch(read -> read.provenance().confidence().verified());
    }

    @Test
    void sulphurDioxideHasTheCorrectedLevelAndDaysTheirPercentile() {
        assertThatThrownBy(() -> WhoGuideline.of(Pollutant.SO2, AveragingPeriod.DAY))
                .hasMessageContaining("WHO guideline");
        WhoGuideline so2 = WhoGuideline.ofAnySource(Pollutant.SO2, AveragingPeriod.DAY);
        assertThat(so2.provenance().confidence()).isEqualTo(Confidence.M);

        assertThat(so2.findConcentration(WhoGuideline.Level.GUIDELINE).orElseThrow().value())
                .isEqualTo(new BigDecimal("40"));
        assertThat(so2.percentile().orElseThrow().percent()).isEqualTo(99);
        assertThatThrownBy(() -> WhoGuideline.of(Pollutant.SO2, AveragingPeriod.YEAR))
                .hasMessageContaining("got so2 annual");
    }

    private static TreeMap<LocalDate, Rational> ozone() {
        TreeMap<LocalDate, Rational> days = new TreeMap<>();
        YEAR.atDay(1)
                .datesUntil(YEAR.plusYears(1).atDay(1))
                .forEach(day -> days.put(day, Rational.of(10L * day.getMonthValue(), 1)));
        return days;
    }

    @Test
    void thePeakSeasonIsTheHighestHalfYear() {
        TreeMap<LocalDate, Rational> days = ozone();
        assertThat(PeakSeason.of(DailyValues.of(days), YEAR, GB_3095_TABLE_4))
                .isInstanceOfSatisfying(
                        PeakSeason.Valid.class,
                        peak -> {
                            assertThat(peak.first()).isEqualTo(YearMonth.of(2025, 7));
                            assertThat(peak.days()).isEqualTo(184);
                            assertThat(peak.voidSeasons()).isZero();
                        });
        days.keySet().removeIf(day -> day.getMonthValue() == 12);
        assertThat(PeakSeason.of(DailyValues.of(days), YEAR, GB_3095_TABLE_4))
                .isInstanceOfSatisfying(
                        PeakSeason.Valid.class,
                        peak -> {
                            assertThat(peak.first()).isEqualTo(YearMonth.of(2025, 6));
                            assertThat(peak.voidSeasons()).isEqualTo(1);
                        });
    }

    @Test
    void withoutJuneAndJulyNoHalfYearIsComplete() {
        TreeMap<LocalDate, Rational> days = ozone();
        days.keySet().removeIf(day -> day.getMonthValue() == 6 || day.getMonthValue() == 7);

        assertThat(PeakSeason.of(DailyValues.of(days), YEAR, GB_3095_TABLE_4))
                .isEqualTo(new PeakSeason.TooFewDays(304));
    }

    @Property
    void thePeakIsNeverBelowAnyCompleteHalfYear(@ForAll @IntRange(min = 1, max = 7) int month) {
        DailyValues days = DailyValues.of(ozone());
        YearMonth first = YEAR.atMonth(month);
        Rational mean =
                days.between(first.atDay(1), first.plusMonths(5).atEndOfMonth())
                        .findMean()
                        .orElseThrow();

        assertThat(PeakSeason.of(days, YEAR, GB_3095_TABLE_4))
                .isInstanceOfSatisfying(
                        PeakSeason.Valid.class,
                        peak -> assertThat(peak.mean()).isGreaterThanOrEqualTo(mean));
    }

    @Test
    void onlyVerifiedEuropeanLimitsAreGivenUnasked() {
        assertThat(EuLimit.limits()).hasSize(9);
        assertThat(EuLimit.limitsOfAnySource()).hasSize(15);
        EuLimit pm2_5 =
                EuLimit.limits().stream()
                        .filter(limit -> limit.item().equals(Item.day(Pollutant.PM2_5)))
                        .findFirst()
                        .orElseThrow();
        assertThat(pm2_5.isExceededBy(Rational.of("25"))).isFalse();
        assertThat(pm2_5.isExceededBy(Rational.of("25.1"))).isTrue();
        assertThat(pm2_5.isMetBy(18)).isTrue();
        assertThat(pm2_5.isMetBy(19)).isFalse();
    }
}
