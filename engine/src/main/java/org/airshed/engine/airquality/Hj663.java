package org.airshed.engine.airquality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airshed.engine.averaging.DailyValues;
import org.airshed.engine.averaging.DayCompleteness;
import org.airshed.engine.averaging.Percentile;
import org.airshed.engine.averaging.PeriodStatistic;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.edition.Confidence;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Table;
import org.airshed.engine.edition.Validity;
import org.airshed.engine.substance.Pollutant;

/**
 * An edition of the Chinese assessment rules, HJ 663: which statistics of a year are compared with
 * which limits. Tables: resources {@code hj663-*.csv}; docs/science/hj663.md says what of each
 * edition was read and what was not.
 */
public final class Hj663 {
    private static final Table ITEMS = Table.beside(Hj663.class, "hj663-items.csv");
    private static final Table RULES = Table.beside(Hj663.class, "hj663-rules.csv");
    private static final List<Hj663> EDITIONS =
            Table.beside(Hj663.class, "hj663-editions.csv").rows().map(Hj663::new).toList();

    private final String id;
    private final String titleZh;
    private final String titleEn;
    private final Validity validity;
    private final Provenance provenance;
    private final List<AnnualItem> items;
    private final List<Rule> rules;

    /**
     * A rule beside the items, and how sure we are of it.
     *
     * @param code the word for it: {@code "three-year-mean"}
     * @param known whether its text was read or is remembered; otherwise it is not computed
     * @param text what it says, or is said to be about
     */
    public record Rule(String code, boolean known, String text, Provenance provenance) {
        /** How sure we are of what is computed by it: of a rule not known, a guess from memory. */
        public Confidence confidence() {
            return known ? provenance.confidence() : Confidence.M;
        }
    }

    private Hj663(Table.Row edition) {
        this.id = edition.text("edition");
        this.titleZh = edition.text("title_zh");
        this.titleEn = edition.text("title_en");
        this.validity = edition.validity();
        this.provenance = edition.provenance();
        this.items =
                ITEMS.rows()
                        .filter(row -> row.text("edition").equals(id))
                        .map(Hj663::item)
                        .toList();
        this.rules =
                RULES.rows()
                        .filter(row -> row.text("edition").equals(id))
                        .map(Hj663::rule)
                        .toList();
    }

    private static AnnualItem item(Table.Row row) {
        return new AnnualItem(
                new Item(Editions.pollutant(row), AveragingPeriod.ofCode(row.text("limit"))),
                row.findDecimal("percentile").map(p -> new Percentile(p.intValueExact())),
                row.integer("decimals"),
                row.provenance());
    }

    private static Rule rule(Table.Row row) {
        return new Rule(
                row.text("rule"),
                row.text("known").equals("yes"),
                row.text("text"),
                row.provenance());
    }

    /** Every edition the engine knows, the oldest first. */
    public static List<Hj663> editions() {
        return EDITIONS;
    }

    /** The edition of this name: {@code "HJ663-2013"}. */
    public static Hj663 edition(String id) {
        return Editions.named(EDITIONS, Hj663::id, id);
    }

    /** The edition that applies to what was observed on this day in China, if any. */
    public static Optional<Hj663> findInForce(LocalDate observed) {
        return Editions.findInForce(EDITIONS, Hj663::validity, observed);
    }

    public String id() {
        return id;
    }

    public String titleZh() {
        return titleZh;
    }

    public String titleEn() {
        return titleEn;
    }

    public Validity validity() {
        return validity;
    }

    public Provenance provenance() {
        return provenance;
    }

    /** The statistics of an annual assessment, in report order. */
    public List<AnnualItem> items() {
        return items;
    }

    /** The rules beside them, those not known included: show these beside an assessment. */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Assesses a calendar year on verified rules only, with all digits of each statistic. Whether a
     * statistic attains is remembered in both editions, so every item with daily values is void
     * ({@link ItemAssessment.TooFewDays}) or {@link ItemAssessment.NotDecided}, and says why.
     *
     * @param daily the valid daily values by pollutant (O3: daily highest eight-hour means), in the
     *     units of GB 3095 (µg/m³, CO mg/m³)
     * @param limits the edition of GB 3095 to compare with, whose Table 4 says how many days are
     *     needed; a year in which it changed is the caller's decision
     */
    public AnnualAssessment assess(
            Year year, Map<Pollutant, DailyValues> daily, Gb3095 limits, AreaClass area) {
        return assess(
                year, daily, limits, area, RememberedRules.REFUSED, LimitComparison.FULL_VALUE);
    }

    /** The same, with remembered rules accepted or not, and under this way of comparing. */
    public AnnualAssessment assess(
            Year year,
            Map<Pollutant, DailyValues> daily,
            Gb3095 limits,
            AreaClass area,
            RememberedRules remembered,
            LimitComparison comparison) {
        List<ItemAssessment> assessed = new ArrayList<>();
        for (AnnualItem item : items) {
            DailyValues values = daily.get(item.item().pollutant());
            Grounds itself = Grounds.of("item", item.provenance().confidence());
            assessed.add(
                    values == null
                            ? new ItemAssessment.NotObserved(item, itself)
                            : assess(
                                    item,
                                    statistic(item, year, values, limits, itself),
                                    limits.limit(item.item(), area),
                                    remembered,
                                    comparison));
        }
        return new AnnualAssessment(year, id, limits.id(), assessed);
    }

    /** A statistic, what decides whether it is void, and what decides its value. */
    private record Grounded(PeriodStatistic statistic, Grounds ofDays, Grounds ofValue) {}

    private Grounded statistic(
            AnnualItem item, Year year, DailyValues values, Gb3095 limits, Grounds itself) {
        DayCompleteness days = limits.dayCompletenessOfAnySource(item.item().pollutant());
        Grounds ofDays = itself.and("completeness", days.confidence());
        if (item.percentile().isEmpty()) {
            return new Grounded(PeriodStatistic.annualMean(values, year, days), ofDays, ofDays);
        }
        Grounds ofPercentileDays = because(ofDays, "percentile-completeness");
        return new Grounded(
                PeriodStatistic.annualPercentile(
                        values, year, item.percentile().orElseThrow(), days),
                ofPercentileDays,
                because(ofPercentileDays, "percentile"));
    }

    private ItemAssessment assess(
            AnnualItem item,
            Grounded grounded,
            Limit limit,
            RememberedRules remembered,
            LimitComparison comparison) {
        return switch (grounded.statistic()) {
            case PeriodStatistic.Valid(var value, var days) -> {
                Grounds grounds =
                        because(
                                grounded.ofValue().and("limit", limit.provenance().confidence()),
                                "attainment");
                if (comparison == LimitComparison.ROUNDED) {
                    grounds = because(grounds, "decimals");
                }
                if (decides(grounds, remembered)) {
                    BigDecimal reported = value.halfToEven(item.decimals());
                    boolean attained = attains(value, reported, limit, comparison);
                    yield new ItemAssessment.Assessed(
                            item, value, reported, limit, attained, days, grounds);
                }
                yield new ItemAssessment.NotDecided(item, grounds);
            }
            case PeriodStatistic.TooFewDays(var days, var needed, var months) ->
                    decides(grounded.ofDays(), remembered)
                            ? new ItemAssessment.TooFewDays(
                                    item, days, needed, months, grounded.ofDays())
                            : new ItemAssessment.NotDecided(item, grounded.ofDays());
        };
    }

    private static boolean decides(Grounds grounds, RememberedRules remembered) {
        return remembered == RememberedRules.ACCEPTED || grounds.unverified().isEmpty();
    }

    private static boolean attains(
            Rational value, BigDecimal reported, Limit limit, LimitComparison comparison) {
        BigDecimal bound = limit.concentration().value();
        return switch (comparison) {
            case ROUNDED -> reported.compareTo(bound) <= 0;
            case FULL_VALUE -> value.compareTo(Rational.of(bound)) <= 0;
        };
    }

    private Grounds because(Grounds grounds, String code) {
        Rule decisive =
                rules.stream()
                        .filter(rule -> rule.code().equals(code))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "expected a rule '%s' of %s in hj663-rules.csv, got none"
                                                .formatted(code, id)));
        return grounds.and(code, decisive.confidence());
    }

    @Override
    public String toString() {
        return id;
    }
}
