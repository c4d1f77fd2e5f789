package org.airshed.engine.airquality;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Table;
import org.airshed.engine.edition.Validity;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.substance.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * An edition of the Chinese air quality index, HJ 633: the index of each item is interpolated
 * between breakpoints and rounded up, the AQI is the highest of them. Tables: resources {@code
 * hj633-*.csv}; equation, rules and cases: docs/science/hj633.md.
 */
public final class Hj633 {
    /** The clock by which Chinese days and hours are counted. */
    public static final ZoneOffset BEIJING_TIME = ZoneOffset.ofHours(8);

    private static final Table LEVELS = Table.beside(Hj633.class, "index-levels.csv");
    private static final Table BREAKPOINTS = Table.beside(Hj633.class, "hj633-breakpoints.csv");
    private static final Table REPORTS = Table.beside(Hj633.class, "hj633-reports.csv");
    private static final Table GROUPS = Table.beside(Hj633.class, "hj633-sensitive-groups.csv");
    private static final IndexScale SCALE = IndexScale.of(LEVELS, "cn");
    private static final List<Hj633> EDITIONS =
            Table.beside(Hj633.class, "hj633-editions.csv").rows().map(Hj633::new).toList();

    /** A pollutant is primary only when the AQI is above the first level (HJ 633, both). */
    private static final int NO_PRIMARY_UP_TO = SCALE.upTo(1);

    private final String id;
    private final String titleZh;
    private final String titleEn;
    private final Validity validity;
    private final Provenance provenance;
    private final int indexMin;
    private final int indexMax;
    private final @Nullable Integer publishIncompleteAbove;
    private final @Nullable Integer exceedingAbove;
    private final Map<Item, Ladder> ladders = new LinkedHashMap<>();
    private final List<ReportItem> reportItems;

    /** An item of a report and the breakpoints it is put into, if there are any. */
    private record ReportItem(
            ReportForm form, Item item, @Nullable Ladder ladder, @Nullable Ladder beyondUse) {}

    private Hj633(Table.Row edition) {
        this.id = edition.text("edition");
        this.titleZh = edition.text("title_zh");
        this.titleEn = edition.text("title_en");
        this.validity = edition.validity();
        this.provenance = edition.provenance();
        this.indexMin = edition.integer("index_min");
        this.indexMax = edition.integer("index_max");
        this.publishIncompleteAbove =
                edition.findDecimal("publish_incomplete_above")
                        .map(BigDecimal::intValueExact)
                        .orElse(null);
        this.exceedingAbove =
                edition.findDecimal("exceeding_above").map(BigDecimal::intValueExact).orElse(null);
        BREAKPOINTS
                .rows()
                .filter(row -> row.text("edition").equals(id))
                .map(Ladder::of)
                .forEach(ladder -> ladders.put(ladder.item(), ladder));
        this.reportItems =
                REPORTS.rows()
                        .filter(row -> row.text("edition").equals(id))
                        .map(this::reportItem)
                        .toList();
    }

    private ReportItem reportItem(Table.Row row) {
        Pollutant pollutant = Editions.pollutant(row);
        return new ReportItem(
                form(row.text("report")),
                new Item(pollutant, AveragingPeriod.ofCode(row.text("period"))),
                row.findText("breakpoints").map(code -> ladder(pollutant, code)).orElse(null),
                row.findText("beyond_use").map(code -> ladder(pollutant, code)).orElse(null));
    }

    private static ReportForm form(String code) {
        for (ReportForm form : ReportForm.values()) {
            if (form.code().equals(code)) {
                return form;
            }
        }
        throw new IllegalStateException("unknown report " + code);
    }

    private Ladder ladder(Pollutant pollutant, String period) {
        return ladder(new Item(pollutant, AveragingPeriod.ofCode(period)));
    }

    private Ladder ladder(Item breakpoints) {
        return Optional.ofNullable(ladders.get(breakpoints))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "expected one of %s of %s, got %s"
                                        .formatted(ladders.keySet(), id, breakpoints)));
    }

    /** Every edition the engine knows, the oldest first. */
    public static List<Hj633> editions() {
        return EDITIONS;
    }

    /** The edition of this name, {@code "HJ633-2012"} or {@code "HJ633-2026"}. */
    public static Hj633 edition(String id) {
        return Editions.named(EDITIONS, Hj633::id, id);
    }

    /** The edition that applies to what was observed on this day in China, if any. */
    public static Optional<Hj633> findInForce(LocalDate observed) {
        return Editions.findInForce(EDITIONS, Hj633::validity, observed);
    }

    /** The edition that applies to the hour that ended at this moment, if any. */
    public static Optional<Hj633> findInForce(Instant hourEnd) {
        return findInForce(observedDay(hourEnd));
    }

    /**
     * The Chinese day an hour belongs to, given the hour's end: the hour that ends at midnight
     * belongs to the day that ends with it.
     */
    public static LocalDate observedDay(Instant hourEnd) {
        return hourEnd.minus(Duration.ofHours(1)).atOffset(BEIJING_TIME).toLocalDate();
    }

    /** The levels of the index, the same in every edition. */
    public static IndexScale scale() {
        return SCALE;
    }

    /** The name of this edition: {@code "HJ633-2026"}. */
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

    /** Where its rules come from. */
    public Provenance provenance() {
        return provenance;
    }

    /** The items of this report, in report order. */
    public List<Item> items(ReportForm form) {
        return reportItems.stream()
                .filter(reported -> reported.form == form)
                .map(ReportItem::item)
                .toList();
    }

    /** The columns of Table 1: the items that have breakpoints. */
    public Set<Item> items() {
        return new LinkedHashSet<>(ladders.keySet());
    }

    /** The breakpoints of this column of Table 1. */
    public List<Breakpoint> breakpoints(Item item) {
        return ladder(item).breakpoints();
    }

    /** Where the breakpoints of this column come from. */
    public Provenance provenance(Item item) {
        return ladder(item).provenance();
    }

    /** The index of this concentration by the breakpoints of this column of Table 1. */
    public SubIndex subIndex(Item item, Concentration observed) {
        return subIndex(item, ladder(item), observed);
    }

    /** The groups to be warned when this pollutant's index is above 100; none before 2026. */
    public List<SensitiveGroup> sensitiveGroups(Pollutant pollutant) {
        return GROUPS.rows()
                .filter(row -> row.text("edition").equals(id))
                .filter(row -> Editions.pollutant(row) == pollutant)
                .map(SensitiveGroup::of)
                .toList();
    }

    /** The report of a form from what was observed; items that are not in the map are missing. */
    public AqiReport report(ReportForm form, Map<Item, Concentration> observed) {
        return report(form, observed, Set.of());
    }

    /**
     * The same where the plan does not monitor some pollutants and they were never primary at
     * lightly polluted or worse in three consecutive years: HJ 633-2026, 5.3.2, lets the AQI be
     * published without them. Whether that holds is the caller's to know, so it must be said.
     */
    public AqiReport report(
            ReportForm form, Map<Item, Concentration> observed, Set<Pollutant> notMonitored) {
        List<SubIndex> items = new ArrayList<>();
        for (ReportItem reported : reportItems) {
            if (reported.form == form) {
                addSubIndices(reported, observed, items);
            }
        }
        return new AqiReport(
                id, form, items, aqi(form, items, notMonitored), exceeding(form, items));
    }

    /** The report of an hour in the form CNEMC publishes, in a shape made for many rows. */
    public HourlyIndex hourlyAsPublished() {
        return new HourlyIndex(
                id,
                reportItems.stream()
                        .filter(reported -> reported.form == ReportForm.AS_PUBLISHED_BY_CNEMC)
                        .flatMap(reported -> Optional.ofNullable(reported.ladder).stream())
                        .toList(),
                indexMin,
                indexMax);
    }

    private static void addSubIndices(
            ReportItem reported, Map<Item, Concentration> observed, List<SubIndex> items) {
        Item item = reported.item;
        Concentration concentration = observed.get(item);
        if (concentration == null) {
            items.add(new SubIndex.NotObserved(item));
            return;
        }
        if (reported.ladder == null) {
            items.add(new SubIndex.NoBreakpoints(item, concentration));
            return;
        }
        SubIndex index = subIndex(item, reported.ladder, concentration);
        items.add(index);
        if (index instanceof SubIndex.BeyondBreakpoints && reported.beyondUse != null) {
            Concentration instead = observed.get(reported.beyondUse.item());
            if (instead != null) {
                items.add(subIndex(reported.beyondUse.item(), reported.beyondUse, instead));
            }
        }
    }

    private static SubIndex subIndex(Item item, Ladder ladder, Concentration observed) {
        Concentration used = ladder.used(observed);
        var index = ladder.index(used);
        return index.isPresent()
                ? new SubIndex.Value(item, observed, used, ladder.item(), index.getAsInt())
                : new SubIndex.BeyondBreakpoints(item, observed, ladder.end());
    }

    private AirIndex aqi(ReportForm form, List<SubIndex> items, Set<Pollutant> notMonitored) {
        Set<Pollutant> missing = EnumSet.noneOf(Pollutant.class);
        items.forEach(item -> missing.add(item.item().pollutant()));
        int highest = -1;
        for (SubIndex item : items) {
            if (item instanceof SubIndex.Value value) {
                highest = Math.max(highest, value.value());
                missing.remove(item.item().pollutant());
            }
        }
        if (highest < 0) {
            return new AirIndex.None(AirIndex.Reason.NOTHING_OBSERVED, missing);
        }
        missing.removeAll(notMonitored);
        boolean incomplete = !missing.isEmpty() && form != ReportForm.AS_PUBLISHED_BY_CNEMC;
        if (incomplete && publishIncompleteAbove != null && highest <= publishIncompleteAbove) {
            return new AirIndex.None(AirIndex.Reason.POLLUTANT_MISSING, missing);
        }
        int aqi = Math.clamp(highest, indexMin, indexMax);
        return new AirIndex.Value(aqi, SCALE.level(aqi), primary(items, highest));
    }

    private static Set<Pollutant> primary(List<SubIndex> items, int highest) {
        Set<Pollutant> primary = EnumSet.noneOf(Pollutant.class);
        if (highest > NO_PRIMARY_UP_TO) {
            for (SubIndex item : items) {
                if (item.index().orElse(-1) == highest) {
                    primary.add(item.item().pollutant());
                }
            }
        }
        return primary;
    }

    private Set<Pollutant> exceeding(ReportForm form, List<SubIndex> items) {
        Set<Pollutant> exceeding = EnumSet.noneOf(Pollutant.class);
        if (exceedingAbove != null && form != ReportForm.AS_PUBLISHED_BY_CNEMC) {
            for (SubIndex item : items) {
                if (item.index().orElse(0) > exceedingAbove) {
                    exceeding.add(item.item().pollutant());
                }
            }
        }
        return exceeding;
    }

    @Override
    public String toString() {
        return id;
    }
}
