package org.airshed.engine.airquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.Year;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.airshed.engine.averaging.DailyValues;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.edition.Confidence;
import org.airshed.engine.substance.Pollutant;
import org.junit.jupiter.api.Test;

class Hj663Test {
    private static final Year YEAR = Year.of(2024);
    private static final Gb3095 LIMITS_2012 = Gb3095.edition("GB3095-2012");
    private static final Gb3095 TRANSITION = Gb3095.edition("GB3095-2026-transition");
    private static final Hj663 RULES = Hj663.edition("HJ663-2013");

    private static DailyValues everyDay(String value) {
        TreeMap<LocalDate, Rational> days = new TreeMap<>();
        YEAR.atDay(1)
                .datesUntil(YEAR.plusYears(1).atDay(1))
                .forEach(day -> days.put(day, Rational.of(value)));
        return DailyValues.of(days);
    }

    private static Map<Pollutant, DailyValues> atTheLimits() {
        Map<Pollutant, DailyValues> daily = new EnumMap<>(Pollutant.class);
        daily.put(Pollutant.SO2, everyDay("60"));
        daily.put(Pollutant.NO2, everyDay("40"));
        daily.put(Pollutant.CO, everyDay("4"));
        daily.put(Pollutant.O3, everyDay("160"));
        daily.put(Pollutant.PM10, everyDay("70"));
        daily.put(Pollutant.PM2_5, everyDay("35"));
        return daily;
    }

    private static AnnualAssessment assess(Map<Pollutant, DailyValues> daily) {
        return RULES.assess(
                YEAR,
                daily,
                LIMITS_2012,
                AreaClass.CLASS_2,
                RememberedRules.ACCEPTED,
                LimitComparison.ROUNDED);
    }

    @Test
    void theItemsAreThoseOfTheStandard() {
        assertThat(RULES.items())
                .extracting(AnnualItem::code)
                .containsExactly(
                        "so2 annual",
                        "so2 24h P98",
                        "no2 annual",
                        "no2 24h P98",
                        "co 24h P95",
                        "o3 dmax8h P90",
                        "pm10 annual",
                        "pm10 24h P95",
                        "pm2_5 annual",
                        "pm2_5 24h P95");
        assertThat(Hj663.edition("HJ663-2026").items()).hasSameSizeAs(RULES.items());
    }

    @Test
    void theEditionIsChosenByTheObservedDay() {
        assertThat(Hj663.findInForce(LocalDate.of(2026, 2, 28)))
                .hasValueSatisfying(e -> assertThat(e.id()).isEqualTo("HJ663-2013"));
        assertThat(Hj663.findInForce(LocalDate.of(2026, 3, 1)))
                .hasValueSatisfying(e -> assertThat(e.id()).isEqualTo("HJ663-2026"));
        assertThat(Hj663.findInForce(LocalDate.of(2013, 9, 30))).isEmpty();
    }

    @Test
    void whatIsNotKnownOf2026IsSaid() {
        assertThat(Hj663.edition("HJ663-2026").rules())
                .filteredOn(rule -> !rule.known())
                .extracting(Hj663.Rule::code)
                .contains("exceptional-events", "three-year-mean", "composite");
        assertThat(Hj663.editions()).hasSize(2);
    }

    @Test
    void aYearAtItsLimitsAttains() {
        AnnualAssessment assessed = assess(atTheLimits());

        assertThat(assessed.verdict()).isEqualTo(AnnualAssessment.Verdict.ATTAINED);
        assertThat(assessed.findMean(Pollutant.PM2_5)).contains(Rational.of(35, 1));
        assertThat(assessed.findPercentile(Pollutant.O3)).contains(Rational.of(160, 1));
    }

    @Test
    void aMeanIsComparedAsItIsReported() {
        Map<Pollutant, DailyValues> daily = atTheLimits();
        daily.put(Pollutant.PM2_5, everyDay("35.5")); // half to even: 36
        assertThat(assess(daily).verdict(Pollutant.PM2_5))
                .isEqualTo(AnnualAssessment.Verdict.EXCEEDED);
        daily.put(Pollutant.PM2_5, everyDay("35.4"));
        assertThat(assess(daily).verdict(Pollutant.PM2_5))
                .isEqualTo(AnnualAssessment.Verdict.ATTAINED);
        assertThat(
                        RULES.assess(
                                        YEAR,
                                        daily,
                                        LIMITS_2012,
                                        AreaClass.CLASS_2,
                                        RememberedRules.ACCEPTED,
                                        LimitComparison.FULL_VALUE)
                                .verdict())
                .isEqualTo(AnnualAssessment.Verdict.EXCEEDED);
    }

    /** 30.4 of PM2.5 against the transition limit of 30: not attained by a guess under a B. */
    @Test
    void whatIsOnlyRememberedDecidesNothingUnlessAccepted() {
        Hj663 rules = Hj663.edition("HJ663-2026");
        Gb3095 limits = TRANSITION;
        Map<Pollutant, DailyValues> daily = Map.of(Pollutant.PM2_5, everyDay("30.4"));
        AnnualAssessment byDefault = rules.assess(YEAR, daily, limits, AreaClass.CLASS_2);

        assertThat(byDefault.verdict(Pollutant.PM2_5))
                .isEqualTo(AnnualAssessment.Verdict.UNDECIDED);
        assertThat(byDefault.confidence()).isEqualTo(Confidence.M);
        assertThat(byDefault.unverified())
                .containsExactly("attainment", "percentile", "percentile-completeness");
        assertThat(byDefault.items()).noneMatch(ItemAssessment.Assessed.class::isInstance);

        AnnualAssessment accepted =
                rules.assess(
                        YEAR,
                        daily,
                        limits,
                        AreaClass.CLASS_2,
                        RememberedRules.ACCEPTED,
                        LimitComparison.ROUNDED);
        assertThat(accepted.items())
                .filteredOn(item -> item.item().code().equals("pm2_5 annual"))
                .singleElement()
                .isInstanceOfSatisfying(
                        ItemAssessment.Assessed.class,
                        item -> {
                            assertThat(item.attained()).isTrue();
                            assertThat(item.confidence()).isEqualTo(Confidence.M);
                            assertThat(item.grounds().unverified())
                                    .containsExactly("attainment", "decimals");
                        });
    }

    @Test
    void aVoidMeanIsSaidWhereTheNumberOfDaysWasRead() {
        Map<Pollutant, DailyValues> daily =
                Map.of(Pollutant.PM2_5, everyDay("9").between(YEAR.atDay(1), YEAR.atDay(300)));

        assertThat(RULES.assess(YEAR, daily, TRANSITION, AreaClass.CLASS_2).items())
                .filteredOn(ItemAssessment.TooFewDays.class::isInstance)
                .singleElement()
                .returns(Confidence.B, ItemAssessment::confidence);
        assertThat(RULES.assess(YEAR, daily, LIMITS_2012, AreaClass.CLASS_2).items())
                .noneMatch(ItemAssessment.TooFewDays.class::isInstance);
    }

    @Test
    void anExceedanceHasItsMultiple() {
        Map<Pollutant, DailyValues> daily = atTheLimits();
        daily.put(Pollutant.PM10, everyDay("105"));

        assertThat(assess(daily).items())
                .filteredOn(item -> item.item().code().equals("pm10 annual"))
                .singleElement()
                .isInstanceOfSatisfying(
                        ItemAssessment.Assessed.class,
                        item -> {
                            assertThat(item.findExceedanceMultiple()).contains(Rational.of("0.5"));
                            assertThat(item.singleIndex()).isEqualTo(Rational.of("1.5"));
                            assertThat(item.days()).isEqualTo(366);
                        });
        assertThat(assess(daily).verdict()).isEqualTo(AnnualAssessment.Verdict.EXCEEDED);
    }

    @Test
    void aMissingPollutantLeavesTheYearUndecided() {
        Map<Pollutant, DailyValues> daily = atTheLimits();
        daily.remove(Pollutant.CO);
        assertThat(assess(daily).verdict()).isEqualTo(AnnualAssessment.Verdict.UNDECIDED);
        assertThat(assess(daily).verdict(Pollutant.CO))
                .isEqualTo(AnnualAssessment.Verdict.UNDECIDED);
        daily.put(Pollutant.CO, everyDay("3").between(YEAR.atDay(1), YEAR.atDay(300)));
        assertThat(assess(daily).items())
                .filteredOn(item -> item instanceof ItemAssessment.TooFewDays)
                .hasSize(1);
    }

    @Property
    void dirtierAirNeverAttainsMore(
            @ForAll @IntRange(min = 0, max = 200) int value,
            @ForAll @IntRange(min = 1, max = 200) int more) {
        Map<Pollutant, DailyValues> daily = new EnumMap<>(Pollutant.class);
        daily.put(Pollutant.PM2_5, everyDay(Integer.toString(value)));
        AnnualAssessment.Verdict cleaner = assess(daily).verdict(Pollutant.PM2_5);
        daily.put(Pollutant.PM2_5, everyDay(Integer.toString(value + more)));

        assertThat(assess(daily).verdict(Pollutant.PM2_5)).isGreaterThanOrEqualTo(cleaner);
    }

    @Test
    void theAttainmentRateCountsValidDays() {
        TreeMap<LocalDate, Rational> days = new TreeMap<>();
        days.put(YEAR.atDay(1), Rational.of("75.4"));
        days.put(YEAR.atDay(2), Rational.of("75.6"));
        days.put(YEAR.atDay(5), Rational.of("20"));
        Limit limit = LIMITS_2012.limit(Item.day(Pollutant.PM2_5), AreaClass.CLASS_2);

        AttainmentRate rate = AttainmentRate.ofUnverified(DailyValues.of(days), limit, 0);
        assertThat(rate).isEqualTo(new AttainmentRate(2, 3));
        assertThat(rate.confidence()).isEqualTo(Confidence.M);
        assertThat(rate.percent()).isEqualByComparingTo("66.7");
        assertThatThrownBy(() -> AttainmentRate.ofUnverified(DailyValues.of(Map.of()), limit, 0))
                .hasMessageContaining("at least 1 valid day");
    }

    // ---- composite index -----------------------------------------------------------------

    private static final AssessedConcentrations HEYUAN =
            AssessedConcentrations.ofBulletin("3", "13", "16", "13", "0.9", "87");
    private static final AssessedConcentrations BULLETIN =
            AssessedConcentrations.ofBulletin("12", "31", "74", "37", "1.4", "168");

    private static Rational composite(
            String variant, AssessedConcentrations concentrations, Gb3095 limits) {
        return switch (CompositeIndex.variant(variant).of(concentrations, limits)) {
            case CompositeIndex.Result.Value value -> value.exact();
            case CompositeIndex.Result.Missing missing -> throw new AssertionError(missing);
        };
    }

    /** Heyuan 2022-02, published 1.73. */
    @Test
    void heyuanIsAsPublishedWhenTheSinglesAreRoundedFirst() {
        assertThat(composite("city-ranking-rounded-singles", HEYUAN, LIMITS_2012))
                .isEqualTo(Rational.of("1.73"));
        assertThat(composite("city-ranking", HEYUAN, LIMITS_2012).halfToEven(3))
                .isEqualByComparingTo("1.744");
    }

    /** A bulletin's 4.48 (its index is of unrounded concentrations), and the vectors for it. */
    @Test
    void theVariantsOfABulletinAreTold() {
        assertThat(composite("city-ranking", BULLETIN, LIMITS_2012).halfToEven(3))
                .isEqualByComparingTo("4.489");
        assertThat(composite("city-ranking", BULLETIN, TRANSITION).halfToEven(3))
                .isEqualByComparingTo("4.842");
        assertThat(composite("weighted-unverified", BULLETIN, TRANSITION).halfToEven(3))
                .isEqualByComparingTo("9.133");
    }

    @Test
    void whatIsNotVerifiedIsLabelledAndNotTheDefault() {
        assertThat(CompositeIndex.cityRanking().provenance().confidence().verified()).isTrue();
        assertThat(CompositeIndex.variant("weighted-unverified").provenance().confidence())
                .isEqualTo(Confidence.C);
        assertThat(CompositeIndex.variant("hj663-2013").provenance().confidence())
                .isEqualTo(Confidence.M);
        assertThatThrownBy(() -> CompositeIndex.variant("weighted"))
                .hasMessageContaining("city-ranking");
        assertThat(CompositeIndex.variants()).hasSize(4);
    }

    @Test
    void theWorseOfMeanAndPercentileCounts() {
        AssessedConcentrations both =
                new AssessedConcentrations(
                        BULLETIN.means(),
                        Map.of(
                                Pollutant.SO2, Rational.of("300"),
                                Pollutant.NO2, Rational.of("8"),
                                Pollutant.PM10, Rational.of("15"),
                                Pollutant.PM2_5, Rational.of("75"),
                                Pollutant.CO, Rational.of("1.4"),
                                Pollutant.O3, Rational.of("168")));
        Rational plain = composite("city-ranking", both, LIMITS_2012);

        // Only SO2's percentile, at twice its limit, is worse than its mean at a fifth of it.
        assertThat(composite("hj663-2013", both, LIMITS_2012).minus(plain))
                .isEqualTo(Rational.of("1.8"));
    }

    @Test
    void anIndexOfFewerPollutantsIsRefused() {
        AssessedConcentrations five =
                new AssessedConcentrations(
                        BULLETIN.means(), Map.of(Pollutant.O3, Rational.of("168")));

        assertThat(CompositeIndex.cityRanking().of(five, LIMITS_2012))
                .isEqualTo(new CompositeIndex.Result.Missing("city-ranking", Set.of(Pollutant.CO)));
    }

    @Property
    void theIndexGrowsWithEveryConcentration(@ForAll @IntRange(min = 0, max = 300) int ozone) {
        Rational before =
                composite(
                        "city-ranking",
                        AssessedConcentrations.ofBulletin("3", "13", "16", "13", "0.9", "" + ozone),
                        LIMITS_2012);
        Rational after =
                composite(
                        "city-ranking",
                        AssessedConcentrations.ofBulletin(
                                "3", "13", "16", "13", "0.9", "" + (ozone + 160)),
                        LIMITS_2012);

        assertThat(after.minus(before)).isEqualTo(Rational.of(1, 1));
    }

    @Test
    void tiesShareARank() {
        CompositeIndex ranking = CompositeIndex.cityRanking();
        Map<String, CompositeIndex.Result> places = new TreeMap<>();
        places.put("a", ranking.of(BULLETIN, LIMITS_2012));
        places.put("b", ranking.of(HEYUAN, LIMITS_2012));
        places.put("c", ranking.of(HEYUAN, LIMITS_2012));
        places.put("d", ranking.of(new AssessedConcentrations(Map.of(), Map.of()), LIMITS_2012));

        CityRanking ranked = CityRanking.of(places);
        assertThat(ranked.ranked())
                .extracting(CityRanking.Ranked::place, CityRanking.Ranked::rank)
                .containsExactly(tuple("b", 1), tuple("c", 1), tuple("a", 3));
        assertThat(ranked.unranked()).extracting(CityRanking.Unranked::place).containsExactly("d");
    }
}
