package org.airshed.engine.trajectory;

import org.airshed.engine.meteorology.WindPair;
import org.jspecify.annotations.Nullable;

/**
 * Equal steps inside one pair of moments.
 *
 * @param begin_s where the first step begins, counted from the pair's first moment [s]
 * @param step_s of one step [s]; negative backward
 * @param count how many
 * @param firstNumber the number of the first step in the whole run, which random numbers and ends
 *     are named by
 * @param diffusion of every step, or none
 */
public record Steps(
        double begin_s, double step_s, int count, int firstNumber, @Nullable Diffusion diffusion) {
    public Steps {
        if (count < 0 || firstNumber < 0 || !(step_s != 0) || !(Math.abs(step_s) <= 86_400)) {
            throw new IllegalArgumentException(
                    "expected steps of up to a day, got %d of %s s".formatted(count, step_s));
        }
    }

    /** Refuses steps that would read wind before the first moment or after the second. */
    void check(WindPair wind) {
        double end_s = begin_s + count * step_s;
        double slack_s = 1e-6 * wind.length_s();
        if (!(Math.min(begin_s, end_s) >= -slack_s)
                || !(Math.max(begin_s, end_s) <= wind.length_s() + slack_s)) {
            throw new IllegalArgumentException(
                    "expected steps between %s and %s, got %s s to %s s after the first"
                            .formatted(wind.begin(), wind.end(), begin_s, end_s));
        }
    }

    /** The share of the way through the pair at a moment of a step (0 its begin, 1 its end). */
    float share(int step, double within, double length_s) {
        return (float) ((begin_s + (step + within) * step_s) / length_s);
    }
}
