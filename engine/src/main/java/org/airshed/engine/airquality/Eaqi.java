package org.airshed.engine.airquality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.airshed.engine.quantity.ConcentrationUnit;
import org.airshed.engine.quantity.GasConversions;
import org.airshed.engine.substance.Pollutant;

/**
 * An edition of the European Air Quality Index: each pollutant falls into a band of 1 to 6, the
 * index is the worst. Tables: resources {@code eaqi-*.csv}; docs/science/eaqi.md.
 */
public final class Eaqi {
    private static final int BANDS_WITH_BOUND = 5;

    private static final Table BANDS = Table.beside(Eaqi.class, "eaqi-bands.csv");
    private static final IndexScale SCALE =
            IndexScale.of(Table.beside(Eaqi.class, "index-levels.csv"), "eu-eaqi");
    private static final List<Eaqi> EDITIONS =
            Table.beside(Eaqi.class, "eaqi-editions.csv").rows().map(Eaqi::new).toList();

    private final String id;
    private final String titleEn;
    private final Validity validity;
    private final Provenance provenance;
    private final Map<Item, List<BigDecimal>> bounds_ugm3 = new LinkedHashMap<>();

    private Eaqi(Table.Row edition) {
        this.id = edition.text("edition");
        this.titleEn = edition.text("title_en");
        this.validity = edition.validity();
        this.provenance = edition.provenance();
        BANDS.rows().filter(row -> row.text("edition").equals(id)).forEach(this::add);
    }

    private void add(Table.Row row) {
        List<BigDecimal> bounds = new ArrayList<>();
        for (int band = 1; band <= BANDS_WITH_BOUND; band++) {
            bounds.add(row.decimal("b" + band));
        }
        bounds_ugm3.put(
                new Item(Editions.pollutant(row), AveragingPeriod.ofCode(row.text("period"))),
                List.copyOf(bounds));
    }

    /** Every edition the engine knows, verified or not, the oldest first. */
    public static List<Eaqi> editions() {
        return EDITIONS;
    }

    /** The edition of this name; the old bands, {@code "EAQI-2017"}, are unverified. */
    public static Eaqi edition(String id) {
        return Editions.named(EDITIONS, Eaqi::id, id);
    }

    /** The verified edition that applies to what was observed on this day, if any. */
    public static Optional<Eaqi> findInForce(LocalDate observed) {
        return Editions.findInForce(EDITIONS, Eaqi::validity, observed)
                .filter(edition -> edition.provenance.confidence().verified());
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

    /** Its levels, from Good to Extremely poor. */
    public IndexScale scale() {
        return SCALE;
    }

    /** The band of one item alone; a value equal to a bound is in the lower band. */
    public SubIndex subIndex(Item item, Concentration observed) {
        List<BigDecimal> bounds = bounds_ugm3.get(item);
        if (bounds == null) {
            return new SubIndex.NoBreakpoints(item, observed);
        }
        Concentration used =
                observed.to(
                        ConcentrationUnit.MICROGRAM_PER_CUBIC_METRE,
                        item.pollutant(),
                        GasConversions.at25CelsiusAnd1Atmosphere());
        if (used.value().signum() < 0) {
            throw new IllegalArgumentException(
                    "expected a concentration of at least 0, got %s (%s)"
                            .formatted(observed, item));
        }
        int band = 1;
        for (BigDecimal bound : bounds) {
            if (used.value().compareTo(bound) > 0) {
                band++;
            }
        }
        return new SubIndex.Value(item, observed, used, item, band);
    }

    /** The worst band of everything observed, and the pollutants that are in it. */
    public AirIndex index(Map<Item, Concentration> observed) {
        int worst = 0;
        Set<Pollutant> responsible = EnumSet.noneOf(Pollutant.class);
        for (Map.Entry<Item, Concentration> entry : observed.entrySet()) {
            int band = subIndex(entry.getKey(), entry.getValue()).index().orElse(0);
            if (band > worst) {
                worst = band;
                responsible.clear();
            }
            if (band == worst && band > 0) {
                responsible.add(entry.getKey().pollutant());
            }
        }
        return worst == 0
                ? new AirIndex.None(AirIndex.Reason.NOTHING_OBSERVED, Set.of())
                : new AirIndex.Value(worst, SCALE.level(worst), responsible);
    }

    @Override
    public String toString() {
        return id;
    }
}
