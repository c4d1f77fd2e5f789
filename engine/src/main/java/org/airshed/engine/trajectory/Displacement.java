package org.airshed.engine.trajectory;

import org.airshed.engine.random.CounterRandom;
import org.jspecify.annotations.Nullable;

/**
 * The random displacement of each step: its standard deviations, and where its numbers come from.
 *
 * @param random none where nothing is displaced
 */
record Displacement(@Nullable CounterRandom random, double horizontal_m, double vertical_m) {
    static Displacement of(Steps steps) {
        Diffusion diffusion = steps.diffusion();
        return diffusion == null
                ? new Displacement(null, 0, 0)
                : new Displacement(
                        new CounterRandom(diffusion.seed()),
                        diffusion.horizontal_m(steps.step_s()),
                        diffusion.vertical_m(steps.step_s()));
    }
}
