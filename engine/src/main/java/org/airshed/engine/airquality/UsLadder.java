package org.airshed.engine.airquality;

import java.util.List;
import org.airshed.engine.edition.Table;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.quantity.ConcentrationUnit;
import org.airshed.engine.quantity.Thousandths;

/**
 * The breakpoints of one item of the US index. Between two ranges lies one step of the cut
 * concentration, so a cut value always falls into a range.
 */
final class UsLadder {
    private final Item item;
    private final ConcentrationUnit unit;
    private final int decimals;
    private final List<Segment> segments;
    private final boolean extrapolates;

    private UsLadder(
            Item item,
            ConcentrationUnit unit,
            int decimals,
            List<Segment> segments,
            boolean extrapolates) {
        this.item = item;
        this.unit = unit;
        this.decimals = decimals;
        this.segments = segments;
        this.extrapolates = extrapolates;
    }

    static Item item(Table.Row row) {
        return new Item(Editions.pollutant(row), AveragingPeriod.ofCode(row.text("period")));
    }

    /** The ladder in these rows of {@code us-aqi-breakpoints.csv}, all of one item. */
    static UsLadder of(Item item, List<Table.Row> rows) {
        Table.Row last = rows.getLast();
        return new UsLadder(
                item,
                Editions.unit(last),
                last.integer("decimals"),
                rows.stream().map(UsLadder::segment).toList(),
                last.text("extrapolate").equals("yes"));
    }

    private static Segment segment(Table.Row row) {
        return new Segment(
                row.integer("index_low"),
                row.integer("index_high"),
                Thousandths.of(row.decimal("low")),
                Thousandths.of(row.decimal("high")));
    }

    ConcentrationUnit unit() {
        return unit;
    }

    /** The index of a concentration given in the ladder's unit, as observed in any. */
    SubIndex subIndex(Item observedItem, Concentration observed, Concentration inUnit) {
        if (inUnit.value().signum() < 0) {
            throw new IllegalArgumentException(
                    "expected a concentration of at least 0, got %s (%s)"
                            .formatted(observed, observedItem));
        }
        Concentration used = inUnit.truncated(decimals);
        int used_thousandths = used.thousandths();
        if (used_thousandths < segments.getFirst().low_thousandths()) {
            return new SubIndex.NoBreakpoints(observedItem, observed);
        }
        Segment last = segments.getLast();
        if (used_thousandths > last.high_thousandths() && !extrapolates) {
            return new SubIndex.BeyondBreakpoints(
                    observedItem,
                    observed,
                    Concentration.ofThousandths(last.high_thousandths(), unit));
        }
        Segment own =
                segments.stream()
                        .filter(segment -> used_thousandths <= segment.high_thousandths())
                        .findFirst()
                        .orElse(last);
        return new SubIndex.Value(
                observedItem, observed, used, item, own.indexRoundedToNearest(used_thousandths));
    }
}
