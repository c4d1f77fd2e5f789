package org.airshed.platform.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * An import that works now. How much of it is done is an estimate: its stages are weighed by how
 * long each took in imports that were measured.
 *
 * @param file the file's name
 * @param startedAt when its bytes had arrived and the work began
 * @param rows rows read so far
 * @param share how much of the work is done, 0 to 1
 */
public record RunningImport(String file, Instant startedAt, Stage stage, long rows, double share) {
    private static final double TELLING_SHARE = 0.05; // before it an estimate would jump about

    /** What an import is at, in this order. */
    public enum Stage {
        /** Another import works; they work one after the other. */
        WAITING(0),
        READING(0.30),
        /** Finds what is new or differs from what is known. */
        COMPARING(0.12),
        STORING(0.23),
        /** Flags, days and what follows from them. */
        DERIVING(0.35);

        private final double weight;

        Stage(double weight) {
            this.weight = weight;
        }

        /** The word in the API: {@code "deriving"}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The share of an import that is done when this much of the stage is.
         *
         * @param done 0 to 1
         */
        public double share(double done) {
            double before = 0;
            for (Stage earlier : values()) {
                if (earlier.ordinal() < ordinal()) {
                    before += earlier.weight;
                }
            }
            return before + weight * Math.clamp(done, 0, 1);
        }
    }

    /** Rows read per second of the work so far; empty in the first instants. */
    public OptionalDouble rowsPerSecond(Instant now) {
        double seconds = seconds(now);
        return rows == 0 || seconds < 0.5
                ? OptionalDouble.empty()
                : OptionalDouble.of(rows / seconds);
    }

    /** Seconds still to go at the pace so far; empty while there is too little to go by. */
    public OptionalDouble secondsLeft(Instant now) {
        return share < TELLING_SHARE
                ? OptionalDouble.empty()
                : OptionalDouble.of(seconds(now) * (1 - share) / share);
    }

    private double seconds(Instant now) {
        return Duration.between(startedAt, now).toNanos() / 1e9;
    }
}
