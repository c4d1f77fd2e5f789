package org.airshed.engine.receptormodel;

import java.util.Arrays;

/**
 * Potential source contribution function (PSCF): the share of a cell's endpoints whose trajectories
 * arrived polluted; cells with few endpoints are down-weighted. Source: Ashbaugh, Malm and Sadeh
 * (1985); weights and checks: docs/science/pscf.md.
 */
public final class PotentialSources {
    private PotentialSources() {}

    /**
     * The PSCF of every cell crossed.
     *
     * @param threshold a trajectory arrived polluted above it, in the unit measured
     */
    public static SourceField pscf(
            Endpoints endpoints, CellGrid grid, double threshold, CellWeights weights) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("expected a threshold, got none");
        }
        double[] polluted = new double[endpoints.trajectories()];
        int leftOut = 0;
        for (int trajectory = 0; trajectory < polluted.length; trajectory++) {
            double measured = endpoints.measured(trajectory);
            boolean absent = Double.isNaN(measured);
            leftOut += absent ? 1 : 0;
            polluted[trajectory] = absent ? Double.NaN : measured > threshold ? 1 : 0;
        }
        return CellSums.of(endpoints, grid, polluted).means(weights, leftOut);
    }

    /**
     * The value below which this share of the endpoints arrived: every endpoint counts with what
     * its trajectory brought, and between two values the percentile is linear (type 7 of Hyndman
     * and Fan 1996).
     *
     * @param percent 0 to 100
     */
    public static double percentile(Endpoints endpoints, double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("expected 0 to 100 percent, got " + percent);
        }
        Integer[] ascending = new Integer[endpoints.trajectories()];
        int size = 0;
        long count = 0;
        for (int trajectory = 0; trajectory < endpoints.trajectories(); trajectory++) {
            if (!Double.isNaN(endpoints.measured(trajectory))) {
                ascending[size++] = trajectory;
                count += endpoints.begin(trajectory + 1) - endpoints.begin(trajectory);
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException(
                    "expected an endpoint of a trajectory with a measured value, got none");
        }
        Arrays.sort(
                ascending,
                0,
                size,
                (a, b) -> Double.compare(endpoints.measured(a), endpoints.measured(b)));
        double place = (count - 1) * (percent / 100);
        long below = (long) Math.floor(place);
        double low = ranked(endpoints, ascending, below);
        double high = ranked(endpoints, ascending, Math.min(below + 1, count - 1));
        return low + (high - low) * (place - below);
    }

    private static double ranked(Endpoints endpoints, Integer[] ascending, long place) {
        long passed = 0;
        int at = 0;
        while (true) {
            int trajectory = ascending[at];
            passed += endpoints.begin(trajectory + 1) - endpoints.begin(trajectory);
            if (passed > place) {
                return endpoints.measured(trajectory);
            }
            at++;
        }
    }
}
