package org.airshed.engine.airquality;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airshed.engine.averaging.Percentile;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Table;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.quantity.ConcentrationUnit;
import org.airshed.engine.substance.Pollutant;

/**
 * A guideline of WHO (2021): the level for one item and the interim targets on the way to it.
 * Table: resource {@code who-2021.csv}; docs/science/who-aqg.md.
 */
public final class WhoGuideline {
    private static final List<WhoGuideline> GUIDELINES =
            Table.beside(WhoGuideline.class, "who-2021.csv").rows().map(WhoGuideline::new).toList();

    private final Item item;
    private final Optional<Percentile> percentile;
    private final ConcentrationUnit unit;
    private final Map<Level, BigDecimal> values = new EnumMap<>(Level.class);
    private final Provenance provenance;

    /** How far a place has come, the worst first. */
    public enum Level {
        /** Above the first interim target. */
        ABOVE_TARGETS(""),
        /** At or below interim target 1. */
        INTERIM_TARGET_1("it1"),
        /** At or below interim target 2. */
        INTERIM_TARGET_2("it2"),
        /** At or below interim target 3. */
        INTERIM_TARGET_3("it3"),
        /** At or below interim target 4. */
        INTERIM_TARGET_4("it4"),
        /** At or below the air quality guideline level. */
        GUIDELINE("aqg");

        private final String column;

        Level(String column) {
            this.column = column;
        }
    }

    private WhoGuideline(Table.Row row) {
        this.item = new Item(Editions.pollutant(row), AveragingPeriod.ofCode(row.text("period")));
        this.percentile = row.findDecimal("percentile").map(p -> new Percentile(p.intValueExact()));
        this.unit = Editions.unit(row);
        this.provenance = row.provenance();
        for (Level level : Level.values()) {
            if (level != Level.ABOVE_TARGETS) {
                row.findDecimal(level.column).ifPresent(value -> values.put(level, value));
            }
        }
    }

    /** Every guideline whose levels and statistic a verified source prints. */
    public static List<WhoGuideline> guidelines() {
        return GUIDELINES.stream()
                .filter(guideline -> guideline.provenance.confidence().verified())
                .toList();
    }

    /** Every guideline, those with a remembered statistic included, pollutant by pollutant. */
    public static List<WhoGuideline> guidelinesOfAnySource() {
        return GUIDELINES;
    }

    /** The verified guideline of this item; refuses an item that has none. */
    public static WhoGuideline of(Pollutant pollutant, AveragingPeriod period) {
        return of(pollutant, period, guidelines());
    }

    /**
     * The same, one with a remembered statistic included, for callers that show {@link #provenance}
     * beside what they make of it.
     */
    public static WhoGuideline ofAnySource(Pollutant pollutant, AveragingPeriod period) {
        return of(pollutant, period, GUIDELINES);
    }

    private static WhoGuideline of(
            Pollutant pollutant, AveragingPeriod period, List<WhoGuideline> among) {
        Item wanted = new Item(pollutant, period);
        return among.stream()
                .filter(guideline -> guideline.item.equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "expected an item with a WHO guideline, got " + wanted));
    }

    public Item item() {
        return item;
    }

    /** Which percentile of a year's daily values is compared; empty for a mean. */
    public Optional<Percentile> percentile() {
        return percentile;
    }

    public Provenance provenance() {
        return provenance;
    }

    /** The concentration of this level, where the guideline has it. */
    public Optional<Concentration> findConcentration(Level level) {
        return Optional.ofNullable(values.get(level)).map(value -> new Concentration(value, unit));
    }

    /** The best level this statistic meets; it is given in the guideline's unit, not rounded. */
    public Level level(Rational statistic) {
        Level best = Level.ABOVE_TARGETS;
        for (Map.Entry<Level, BigDecimal> entry : values.entrySet()) {
            if (statistic.compareTo(Rational.of(entry.getValue())) <= 0) {
                best = entry.getKey();
            }
        }
        return best;
    }

    @Override
    public String toString() {
        return "WHO 2021 " + item;
    }
}
