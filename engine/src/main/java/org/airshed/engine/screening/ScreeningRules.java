package org.airshed.engine.screening;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Table;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;

/**
 * A set of thresholds, by its name.
 *
 * @param name {@code "house-2026"}
 * @param limits those of each pollutant it knows
 */
public record ScreeningRules(String name, Map<Pollutant, Limits> limits) {
    /** PM2.5 may exceed PM10 by this and by a tenth: two instruments, each with its error. */
    static final int ORDER_LEAST_THOUSANDTHS = 5_000;

    static final int ORDER_SHARE_PERCENT = 110;

    public ScreeningRules {
        limits = Map.copyOf(limits);
        if (limits.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected the name of a set of screening rules, got " + name);
        }
    }

    /**
     * The thresholds of one pollutant, in thousandths of µg/m³ (CO: mg/m³) but for counts.
     *
     * @param spikeTimes how many times the neighbours
     * @param stuckHours how many equal hours on end are too many
     * @param stuckAbove below it equal values are common: the instrument's resolution
     */
    public record Limits(
            int floor_thousandths,
            int ceiling_thousandths,
            int missingCode_thousandths,
            int spikeLeast_thousandths,
            int spikeTimes,
            int stuckHours,
            int stuckAbove_thousandths,
            int stepMost_thousandths,
            Provenance provenance) {

        private static Limits of(Table.Row row) {
            return new Limits(
                    thousandths(row.decimal("floor")),
                    thousandths(row.decimal("ceiling")),
                    thousandths(row.decimal("missing_code")),
                    thousandths(row.decimal("spike_least")),
                    row.integer("spike_times"),
                    row.integer("stuck_hours"),
                    thousandths(row.decimal("stuck_above")),
                    thousandths(row.decimal("step_most")),
                    row.provenance());
        }

        private static int thousandths(BigDecimal value) {
            return Thousandths.of(value);
        }
    }

    /**
     * The set of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ScreeningRules named(String name) {
        Map<Pollutant, Limits> limits = new EnumMap<>(Pollutant.class);
        Table.beside(ScreeningRules.class, "screening-rules.csv")
                .rows()
                .filter(row -> row.text("rule_set").equals(name))
                .forEach(row -> limits.put(pollutant(row), Limits.of(row)));
        return new ScreeningRules(name, limits);
    }

    private static Pollutant pollutant(Table.Row row) {
        String code = row.text("pollutant");
        return Pollutant.findByCode(code)
                .orElseThrow(() ->
                        new IllegalStateException("expected a pollutant's code, got " + code));
    }

    /**
     * How many hours before and after an hour decide its flags at most: screening a window with so
     * much on either side gives the window the flags that screening everything gives it.
     */
    public int contextHours() {
        return limits.values().stream().mapToInt(Limits::stuckHours).max().orElseThrow();
    }

    Limits of(Pollutant pollutant) {
        Limits known = limits.get(pollutant);
        if (known == null) {
            throw new IllegalArgumentException(
                    "expected a pollutant of rule set %s, got %s".formatted(name, pollutant));
        }
        return known;
    }
}
