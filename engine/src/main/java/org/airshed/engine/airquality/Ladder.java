package org.airshed.engine.airquality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Table;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.quantity.ConcentrationUnit;
import org.airshed.engine.quantity.Rounding;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;

/**
 * One column of HJ 633's Table 1: rising concentrations at the indices 0, 50, 100, 150, 200, 300,
 * 400, 500, and what holds above the last of them. The two paths, whole thousandths and decimals,
 * give the same index for the same concentration.
 */
final class Ladder {
    /** What the integer path answers where the standard computes no index. */
    static final int NO_INDEX = -1;

    private static final int NOT_ROUNDED = -1;
    private static final int[] INDICES = {0, 50, 100, 150, 200, 300, 400, 500};

    private final Item item;
    private final ConcentrationUnit unit;
    private final int decimals;
    private final Segment[] segments;
    private final int beyond;
    private final Provenance provenance;

    private Ladder(
            Item item,
            ConcentrationUnit unit,
            int decimals,
            List<Segment> segments,
            int beyond,
            Provenance provenance) {
        this.item = item;
        this.unit = unit;
        this.decimals = decimals;
        this.segments = segments.toArray(Segment[]::new);
        this.beyond = beyond;
        this.provenance = provenance;
    }

    /** The column in this row of {@code hj633-breakpoints.csv}. */
    static Ladder of(Table.Row row) {
        List<Segment> segments = new ArrayList<>();
        for (int step = 1; step < INDICES.length; step++) {
            Optional<BigDecimal> high = row.findDecimal("i" + INDICES[step]);
            if (high.isEmpty()) {
                break;
            }
            segments.add(
                    new Segment(
                            INDICES[step - 1],
                            INDICES[step],
                            Thousandths.of(row.decimal("i" + INDICES[step - 1])),
                            Thousandths.of(high.get())));
        }
        return new Ladder(
                new Item(Editions.pollutant(row), AveragingPeriod.ofCode(row.text("period"))),
                Editions.unit(row),
                row.findText("decimals").map(Integer::parseInt).orElse(NOT_ROUNDED),
                segments,
                row.findText("beyond").map(Integer::parseInt).orElse(NO_INDEX),
                row.provenance());
    }

    Item item() {
        return item;
    }

    Pollutant pollutant() {
        return item.pollutant();
    }

    ConcentrationUnit unit() {
        return unit;
    }

    Provenance provenance() {
        return provenance;
    }

    /** The concentrations of the table and their indices, for showing how an index came about. */
    List<Breakpoint> breakpoints() {
        List<Breakpoint> points = new ArrayList<>();
        points.add(point(segments[0].indexLow(), segments[0].low_thousandths()));
        for (Segment segment : segments) {
            points.add(point(segment.indexHigh(), segment.high_thousandths()));
        }
        return List.copyOf(points);
    }

    private Breakpoint point(int index, long thousandths) {
        return new Breakpoint(index, Concentration.ofThousandths(thousandths, unit));
    }

    /** The last concentration of the table. */
    Concentration end() {
        return Concentration.ofThousandths(segments[segments.length - 1].high_thousandths(), unit);
    }

    /** The concentration as the edition uses it: in the table's unit, rounded where it says so. */
    Concentration used(Concentration observed) {
        Concentration inUnit = observed.to(unit);
        if (inUnit.value().signum() < 0) {
            throw new IllegalArgumentException(
                    "expected a concentration of at least 0, got %s (%s)"
                            .formatted(observed, item));
        }
        return decimals == NOT_ROUNDED
                ? inUnit
                : new Concentration(Rounding.halfToEven(inUnit.value(), decimals), unit);
    }

    /** The index of what {@link #used} returned, or empty above the table where none is given. */
    OptionalInt index(Concentration used) {
        BigDecimal thousandths = used.value().movePointRight(3);
        for (Segment segment : segments) {
            if (thousandths.compareTo(BigDecimal.valueOf(segment.high_thousandths())) <= 0) {
                return OptionalInt.of(segment.indexRoundedUp(used.value()));
            }
        }
        return beyond == NO_INDEX ? OptionalInt.empty() : OptionalInt.of(beyond);
    }

    /** The index of an unrounded concentration in the table's unit, or {@link #NO_INDEX}. */
    int index(long observed_thousandths) {
        if (observed_thousandths < 0) {
            throw new IllegalArgumentException(
                    "expected a concentration of at least 0, got %d thousandths (%s)"
                            .formatted(observed_thousandths, item));
        }
        long used_thousandths =
                decimals == NOT_ROUNDED
                        ? observed_thousandths
                        : Thousandths.halfToEven(observed_thousandths, decimals);
        for (Segment segment : segments) {
            if (used_thousandths <= segment.high_thousandths()) {
                return segment.indexRoundedUp(used_thousandths);
            }
        }
        return beyond;
    }
}
