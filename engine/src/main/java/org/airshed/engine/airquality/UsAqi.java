package org.airshed.engine.airquality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Table;
import org.airshed.engine.edition.Validity;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.quantity.GasConversions;
import org.airshed.engine.substance.Pollutant;

/**
 * An edition of the US EPA air quality index: the concentration is cut, the index interpolated
 * between breakpoints and rounded to the nearest integer, the AQI is the highest of the pollutants.
 * Tables: resources {@code us-aqi-*.csv}; equation, rules and cases: docs/science/us-aqi.md.
 */
public final class UsAqi {
    /** What SO2 is given when its hour is at 305 ppb or more and its 24 hours are below. */
    private static final int SO2_HOUR_CAP = 200;

    private static final Item SO2_DAY = Item.day(Pollutant.SO2);
    private static final Item SO2_HOUR = Item.hour(Pollutant.SO2);

    private static final Table BREAKPOINTS = Table.beside(UsAqi.class, "us-aqi-breakpoints.csv");
    private static final IndexScale SCALE =
            IndexScale.of(Table.beside(UsAqi.class, "index-levels.csv"), "us-epa");
    private static final List<UsAqi> EDITIONS =
            Table.beside(UsAqi.class, "us-aqi-editions.csv").rows().map(UsAqi::new).toList();

    private final String id;
    private final String titleEn;
    private final Validity validity;
    private final Provenance provenance;
    private final Map<Item, UsLadder> ladders = new LinkedHashMap<>();

    private UsAqi(Table.Row edition) {
        this.id = edition.text("edition");
        this.titleEn = edition.text("title_en");
        this.validity = edition.validity();
        this.provenance = edition.provenance();
        Map<Item, List<Table.Row>> rows = new LinkedHashMap<>();
        BREAKPOINTS
                .rows()
                .filter(row -> row.text("edition").equals(id))
                .forEach(row ->
                        rows.computeIfAbsent(UsLadder.item(row), _ -> new ArrayList<>()).add(row));
        rows.forEach((item, own) -> ladders.put(item, UsLadder.of(item, own)));
    }

    /** Every edition the engine knows, the oldest first. */
    public static List<UsAqi> editions() {
        return EDITIONS;
    }

    /** The edition of this name: {@code "US-EPA-2024"}. */
    public static UsAqi edition(String id) {
        return Editions.named(EDITIONS, UsAqi::id, id);
    }

    /** The edition that applies to what was observed on this day, if any. */
    public static Optional<UsAqi> findInForce(LocalDate observed) {
        return Editions.findInForce(EDITIONS, UsAqi::validity, observed);
    }

    public String id() {
        return id;
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

    /** Its levels, from Good to Hazardous. */
    public IndexScale scale() {
        return SCALE;
    }

    /**
     * The items with breakpoints: O3 8h and 1h, PM2.5 and PM10 24h, CO 8h, SO2 1h and 24h, NO2 1h.
     */
    public Set<Item> items() {
        return Collections.unmodifiableSet(ladders.keySet());
    }

    /**
     * The index of one item alone. A daily highest mean goes to the breakpoints of its mean. Ozone
     * of one hour below 0.125 ppm and SO2 of 24 hours below 305 ppb have no breakpoints; ozone of
     * eight hours above 0.200 ppm and SO2 of one hour above 304 ppb are beyond theirs.
     */
    public SubIndex subIndex(Item item, Concentration observed) {
        UsLadder ladder = ladders.get(breakpoints(item));
        if (ladder == null) {
            return new SubIndex.NoBreakpoints(item, observed);
        }
        Concentration inUnit =
                observed.to(
                        ladder.unit(),
                        item.pollutant(),
                        GasConversions.at25CelsiusAnd1Atmosphere());
        return ladder.subIndex(item, observed, inUnit);
    }

    private static Item breakpoints(Item item) {
        return switch (item.period()) {
            case DAILY_MAX_HOUR -> Item.hour(item.pollutant());
            case DAILY_MAX_EIGHT_HOURS -> new Item(item.pollutant(), AveragingPeriod.EIGHT_HOURS);
            default -> item;
        };
    }

    /** The index of every item given, with the rule of SO2 applied, in their order. */
    public List<SubIndex> subIndices(Map<Item, Concentration> observed) {
        List<SubIndex> indices = new ArrayList<>();
        observed.forEach((item, concentration) -> indices.add(subIndex(item, concentration)));
        boolean dayOfSo2 =
                indices.stream()
                        .anyMatch(index ->
                                index.item().equals(SO2_DAY) && index instanceof SubIndex.Value);
        if (!dayOfSo2) {
            indices.replaceAll(UsAqi::cappedHourOfSo2);
        }
        return List.copyOf(indices);
    }

    /** With an hour at 305 ppb or more and the 24 hours below, SO2 has an index of 200. */
    private static SubIndex cappedHourOfSo2(SubIndex index) {
        return index instanceof SubIndex.BeyondBreakpoints(var item, var observed, var end)
                        && breakpoints(item).equals(SO2_HOUR)
                ? new SubIndex.Value(item, observed, end, SO2_HOUR, SO2_HOUR_CAP)
                : index;
    }

    /** The AQI of everything observed, and the pollutants responsible for it, ties together. */
    public AirIndex aqi(Map<Item, Concentration> observed) {
        int highest = -1;
        Set<Pollutant> responsible = EnumSet.noneOf(Pollutant.class);
        for (SubIndex index : subIndices(observed)) {
            if (!(index instanceof SubIndex.Value value)) {
                continue;
            }
            if (value.value() > highest) {
                highest = value.value();
                responsible.clear();
            }
            if (value.value() == highest) {
                responsible.add(value.item().pollutant());
            }
        }
        return highest < 0
                ? new AirIndex.None(AirIndex.Reason.NOTHING_OBSERVED, Set.of())
                : new AirIndex.Value(highest, SCALE.level(highest), responsible);
    }

    @Override
    public String toString() {
        return id;
    }
}
