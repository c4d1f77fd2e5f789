package org.airshed.engine.receptormodel;

import java.util.List;

/**
 * By how much a cell's value is trusted, by its number of endpoints: cells that few trajectories
 * crossed would otherwise stand out by chance. See docs/science/pscf.md, "Weights".
 *
 * @param measure what the bounds of the steps count in
 * @param steps the highest bound first; a cell has the weight of the first whose bound it exceeds
 * @param otherwise the weight of a cell that exceeds no bound, 0 to 1
 */
public record CellWeights(Measure measure, List<Step> steps, double otherwise) {
    /** What bounds count in. */
    public enum Measure {
        /** Endpoints of the cell. */
        ENDPOINTS,
        /** Endpoints of the cell, as a multiple of the mean over all cells that have any. */
        TIMES_THE_MEAN
    }

    /**
     * @param above the weight is that of cells with more than so many
     * @param weight 0 to 1
     */
    public record Step(double above, double weight) {
        public Step {
            if (!(above >= 0)) {
                throw new IllegalArgumentException("expected a bound of 0 or more, got " + above);
            }
            refuseOutside(weight);
        }
    }

    /** Every cell counts in full. */
    public static final CellWeights NONE = new CellWeights(Measure.ENDPOINTS, List.of(), 1);

    /** What openair 2.18 multiplies PSCF by; found from its output. */
    public static final CellWeights OPENAIR_PSCF =
            new CellWeights(
                    Measure.TIMES_THE_MEAN,
                    List.of(new Step(2, 1), new Step(1, 0.75), new Step(0.5, 0.5)),
                    0.15);

    /** What openair 2.18 multiplies CWT by; found from its output. */
    public static final CellWeights OPENAIR_CWT =
            new CellWeights(
                    Measure.ENDPOINTS,
                    List.of(new Step(80, 1), new Step(20, 0.7), new Step(10, 0.42)),
                    0.05);

    public CellWeights {
        steps = List.copyOf(steps);
        for (int at = 1; at < steps.size(); at++) {
            if (steps.get(at).above() >= steps.get(at - 1).above()) {
                throw new IllegalArgumentException(
                        "expected bounds that descend, got %s after %s"
                                .formatted(steps.get(at).above(), steps.get(at - 1).above()));
            }
        }
        refuseOutside(otherwise);
    }

    /** The weight of a cell with so many endpoints where cells have {@code mean} of them. */
    public double weight(int endpoints, double mean) {
        for (Step step : steps) {
            double bound = measure == Measure.TIMES_THE_MEAN ? step.above() * mean : step.above();
            if (endpoints > bound) {
                return step.weight();
            }
        }
        return otherwise;
    }

    private static void refuseOutside(double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("expected a weight of 0 to 1, got " + weight);
        }
    }
}
