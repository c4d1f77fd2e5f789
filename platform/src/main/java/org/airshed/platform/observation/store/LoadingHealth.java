package org.airshed.platform.observation.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The service is ready when its readings are there, and down when they could not be read. */
@Component("readings")
final class LoadingHealth implements HealthIndicator {
    private final LoadedObservations observations;

    LoadingHealth(LoadedObservations observations) {
        this.observations = observations;
    }

    @Override
    public Health health() {
        LoadedObservations.Loading loading = observations.loading();
        if (loading.done()) {
            return Health.up().build();
        }
        return loading.failure() == null
                ? Health.outOfService().withDetail("readings", "loading").build()
                : Health.down().withDetail("readings", loading.failure()).build();
    }
}
