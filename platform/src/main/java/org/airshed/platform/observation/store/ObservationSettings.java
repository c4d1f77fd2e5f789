package org.airshed.platform.observation.store;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which readings a demonstration shows.
 *
 * @param data {@code airshed.observation.data}: the folder of real data, or null for the synthetic
 *     set
 * @param synthetic what the synthetic set is made of
 */
@ConfigurationProperties("airshed.observation")
record ObservationSettings(@Nullable String data, @DefaultValue Synthetic synthetic) {

    /**
     * The synthetic set.
     *
     * @param seed {@code airshed.observation.synthetic.seed}: another seed makes another set
     * @param days {@code airshed.observation.synthetic.days}: how many days up to now, 0 for none,
     *     at most 92
     */
    record Synthetic(@DefaultValue("20261123") long seed, @DefaultValue("14") int days) {
        Synthetic {
            if (days < 0 || days > 92) {
                throw new IllegalArgumentException(
                        "expected airshed.observation.synthetic.days of 0 to 92, got " + days);
            }
        }
    }
}
