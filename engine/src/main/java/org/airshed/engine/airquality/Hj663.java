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
    public record Rule(String code, boolean known, String text, Provenance provenance) {}

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
     * Assesses a calendar year: each statistic, rounded as it is reported, against its limit.
     *
     * @param daily the valid daily values by pollutant (O3: daily highest eight-hour means), in the
     *     units of GB 3095 (µg/m³, CO mg/m³)
     * @param limits the edition of GB 3095 to compare with; a year in which it changed is the
     *     caller's decision
     */
    public AnnualAssessment assess(
            Year year, Map<Pollutant, DailyValues> daily, Gb3095 limits, AreaClass area) {
        return assess(year, daily, limits, area, DayCompleteness.GB_3095, LimitComparison.ROUNDED);
    }

    /** The same under another completeness or another way of comparing. */
    public AnnualAssessment assess(
            Year year,
            Map<Pollutant, DailyValues> daily,
            Gb3095 limits,
            AreaClass area,
            DayCompleteness completeness,
            LimitComparison comparison) {
        List<ItemAssessment> assessed = new ArrayList<>();
        for (AnnualItem item : items) {
            DailyValues values = daily.get(item.item().pollutant());
            assessed.add(
                    values == null
                            ? new ItemAssessment.NotObserved(item)
                            : assess(
                                    item,
                                    statistic(item, year, values, completeness),
                                    limits.limit(item.item(), area),
                                    comparison));
        }
        return new AnnualAssessment(year, id, limits.id(), assessed);
    }

    private static PeriodStatistic statistic(
            AnnualItem item, Year year, DailyValues values, DayCompleteness completeness) {
        return item.percentile()
                .map(which -> PeriodStatistic.annualPercentile(values, year, which, completeness))
                .orElseGet(() -> PeriodStatistic.annualMean(values, year, completeness));
    }

    private static ItemAssessment assess(
            AnnualItem item, PeriodStatistic statistic, Limit limit, LimitComparison comparison) {
        return switch (statistic) {
            case PeriodStatistic.Valid(var value, var days) -> {
                BigDecimal reported = value.halfToEven(item.decimals());
                BigDecimal bound = limit.concentration().value();
                boolean attained =
                        switch (comparison) {
                            case ROUNDED -> reported.compareTo(bound) <= 0;
                            case FULL_VALUE -> value.compareTo(Rational.of(bound)) <= 0;
                        };
                yield new ItemAssessment.Assessed(item, value, reported, limit, attained, days);
            }
            case PeriodStatistic.TooFewDays(var days, var needed, var months) ->
                    new ItemAssessment.TooFewDays(item, days, needed, months);
        };
    }

    @Override
    public String toString() {
        return id;
    }
}
