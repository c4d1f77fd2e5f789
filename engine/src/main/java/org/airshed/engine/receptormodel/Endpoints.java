package org.airshed.engine.receptormodel;

import java.util.Arrays;

/**
 * The hourly positions of back trajectories, and what was measured at the receptor when each
 * arrived. Immutable. See docs/science/pscf.md.
 */
public final class Endpoints {
    /** A latitude further from the equator is no slip over a pole but another quantity. */
    private static final double FURTHEST_LATITUDE_DEG = 180;

    private final int[] begins; // [trajectory], and the number of endpoints behind the last
    private final double[] longitude_deg; // [endpoint]
    private final double[] latitude_deg; // [endpoint]
    private final int[] hoursBack; // [endpoint]
    private final double[] measured; // [trajectory]

    private Endpoints(Builder builder) {
        begins = Arrays.copyOf(builder.begins, builder.trajectories + 1);
        begins[builder.trajectories] = builder.size;
        longitude_deg = Arrays.copyOf(builder.longitude_deg, builder.size);
        latitude_deg = Arrays.copyOf(builder.latitude_deg, builder.size);
        hoursBack = Arrays.copyOf(builder.hoursBack, builder.size);
        measured = Arrays.copyOf(builder.measured, builder.trajectories);
    }

    /** How many endpoints all trajectories have. */
    public int size() {
        return longitude_deg.length;
    }

    public int trajectories() {
        return measured.length;
    }

    /** The first endpoint of a trajectory; {@code begin(trajectories())} is {@link #size()}. */
    public int begin(int trajectory) {
        return begins[trajectory];
    }

    /** What the receptor measured, any unit; {@code NaN} where it measured nothing. */
    public double measured(int trajectory) {
        return measured[trajectory];
    }

    /** East of Greenwich. */
    public double longitude_deg(int endpoint) {
        return longitude_deg[endpoint];
    }

    /** North of the equator. */
    public double latitude_deg(int endpoint) {
        return latitude_deg[endpoint];
    }

    /** Whole hours before arrival; 0 at the receptor. */
    public int hoursBack(int endpoint) {
        return hoursBack[endpoint];
    }

    /** How many endpoints lie beyond a pole, as careless advection leaves them. */
    public int beyondPole() {
        int beyond = 0;
        for (double latitude : latitude_deg) {
            beyond += Math.abs(latitude) > 90 ? 1 : 0;
        }
        return beyond;
    }

    /** Gathers trajectories one after another. */
    public static final class Builder {
        private int[] begins = new int[64];
        private double[] measured = new double[64];
        private double[] longitude_deg = new double[4096];
        private double[] latitude_deg = new double[4096];
        private int[] hoursBack = new int[4096];
        private int trajectories;
        private int size;

        /** Begins a trajectory; {@code NaN} for one that arrived while nothing was measured. */
        public Builder trajectory(double measured) {
            if (Double.isInfinite(measured)) {
                throw new IllegalArgumentException(
                        "expected a finite value or none for trajectory %d, got %s"
                                .formatted(trajectories + 1, measured));
            }
            if (trajectories + 1 == begins.length) {
                begins = Arrays.copyOf(begins, 2 * begins.length);
                this.measured = Arrays.copyOf(this.measured, begins.length);
            }
            this.measured[trajectories] = measured;
            begins[trajectories++] = size;
            return this;
        }

        /** Adds an endpoint to the trajectory begun last. */
        public Builder endpoint(double longitude_deg, double latitude_deg, int hoursBack) {
            if (trajectories == 0) {
                throw new IllegalStateException("expected a trajectory before its endpoints");
            }
            if (!(Math.abs(longitude_deg) <= 540)
                    || !(Math.abs(latitude_deg) <= FURTHEST_LATITUDE_DEG)
                    || hoursBack < 0) {
                throw new IllegalArgumentException(
                        "expected a longitude, a latitude and hours back, got %s, %s, %d (trajectory %d, endpoint %d)"
                                .formatted(
                                        longitude_deg,
                                        latitude_deg,
                                        hoursBack,
                                        trajectories,
                                        size - begins[trajectories - 1] + 1));
            }
            if (size == this.longitude_deg.length) {
                this.longitude_deg = Arrays.copyOf(this.longitude_deg, 2 * size);
                this.latitude_deg = Arrays.copyOf(this.latitude_deg, 2 * size);
                this.hoursBack = Arrays.copyOf(this.hoursBack, 2 * size);
            }
            this.longitude_deg[size] = longitude_deg;
            this.latitude_deg[size] = latitude_deg;
            this.hoursBack[size++] = hoursBack;
            return this;
        }

        public Endpoints build() {
            return new Endpoints(this);
        }
    }
}
