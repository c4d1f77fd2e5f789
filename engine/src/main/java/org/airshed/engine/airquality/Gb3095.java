package org.airshed.engine.airquality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.airshed.engine.averaging.DayCompleteness;
import org.airshed.engine.edition.Confidence;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Table;
import org.airshed.engine.edition.Validity;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.substance.Pollutant;

/**
 * An edition of the Chinese ambient air quality standard, GB 3095: limits by area class and the
 * least data behind each statistic. The transition limits of 2026 to 2030 are an edition of their
 * own. Tables: resources {@code gb3095-*.csv}; docs/science/gb3095.md.
 */
public final class Gb3095 {
    private static final Table LIMITS = Table.beside(Gb3095.class, "gb3095-limits.csv");
    private static final Table MINIMUM = Table.beside(Gb3095.class, "gb3095-minimum-data.csv");
    private static final List<Gb3095> EDITIONS =
            Table.beside(Gb3095.class, "gb3095-editions.csv").rows().map(Gb3095::new).toList();

    private final String id;
    private final String titleZh;
    private final String titleEn;
    private final Validity validity;
    private final Provenance provenance;
    private final List<Limit> limits;
    private final List<MinimumData> minimumData;

    private Gb3095(Table.Row edition) {
        this.id = edition.text("edition");
        this.titleZh = edition.text("title_zh");
        this.titleEn = edition.text("title_en");
        this.validity = edition.validity();
        this.provenance = edition.provenance();
        List<Limit> read = new ArrayList<>();
        own(LIMITS)
                .forEach(row -> {
                    read.add(limit(row, AreaClass.CLASS_1, "class1"));
                    read.add(limit(row, AreaClass.CLASS_2, "class2"));
                });
        this.limits = List.copyOf(read);
        this.minimumData = own(MINIMUM).map(MinimumData::of).toList();
    }

    private Stream<Table.Row> own(Table table) {
        return table.rows().filter(row -> row.text("edition").equals(id));
    }

    private static Limit limit(Table.Row row, AreaClass area, String column) {
        return new Limit(
                new Item(Editions.pollutant(row), AveragingPeriod.ofCode(row.text("period"))),
                area,
                new Concentration(row.decimal(column), Editions.unit(row)),
                row.provenance());
    }

    /** Every edition the engine knows, the oldest first. */
    public static List<Gb3095> editions() {
        return EDITIONS;
    }

    /** The edition of this name: {@code "GB3095-2026-transition"}. */
    public static Gb3095 edition(String id) {
        return Editions.named(EDITIONS, Gb3095::id, id);
    }

    /** The edition that applies to what was observed on this day in China, if any. */
    public static Optional<Gb3095> findInForce(LocalDate observed) {
        return Editions.findInForce(EDITIONS, Gb3095::validity, observed);
    }

    /** The name of this edition: {@code "GB3095-2012"}. */
    public String id() {
        return id;
    }

    /** Its Chinese title. */
    public String titleZh() {
        return titleZh;
    }

    /** Its title in English. */
    public String titleEn() {
        return titleEn;
    }

    /** The observed days it applies to. */
    public Validity validity() {
        return validity;
    }

    /** Where its validity comes from; each limit has its own source. */
    public Provenance provenance() {
        return provenance;
    }

    /** Every limit of both area classes. */
    public List<Limit> limits() {
        return limits;
    }

    /** The limit of this item; refuses an item this standard does not limit. */
    public Limit limit(Item item, AreaClass area) {
        return findLimit(item, area)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "expected an item that %s limits, got %s".formatted(id, item)));
    }

    /** The limit of this item, or empty where this standard has none. */
    public Optional<Limit> findLimit(Item item, AreaClass area) {
        return limits.stream()
                .filter(limit -> limit.item().equals(item) && limit.area() == area)
                .findFirst();
    }

    /**
     * The least data behind this statistic, where a verified source states it. For 2012 no page was
     * read: {@link #findMinimumDataOfAnySource} has what is remembered of it.
     */
    public Optional<MinimumData> findMinimumData(Item item) {
        return findMinimumDataOfAnySource(item)
                .filter(minimum -> minimum.provenance().confidence().verified());
    }

    /**
     * The same including rules that are not verified, for callers that show {@link
     * MinimumData#provenance} and its {@link Confidence} beside what they make of it.
     */
    public Optional<MinimumData> findMinimumDataOfAnySource(Item item) {
        return minimumData.stream().filter(minimum -> minimum.item().equals(item)).findFirst();
    }

    /**
     * How many daily values the annual mean of this pollutant needs (Table 4), its confidence
     * included. Of a pollutant for which Table 4 has no annual mean (CO, O3): as PM2.5, which is
     * remembered.
     */
    public DayCompleteness dayCompletenessOfAnySource(Pollutant pollutant) {
        return findMinimumDataOfAnySource(new Item(pollutant, AveragingPeriod.YEAR))
                .map(MinimumData::dayCompleteness)
                .orElseGet(() ->
                        dayCompletenessOfAnySource(Pollutant.PM2_5).withConfidence(Confidence.M));
    }

    @Override
    public String toString() {
        return id;
    }
}
