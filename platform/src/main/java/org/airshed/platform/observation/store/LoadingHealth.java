package org.airshed.platform.observation.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The service is ready when its readings are there, and down when they could not be read. */
@Component("readings")
final class LoadingHealth implements HealthIndicator {
    private final DemonstrationLoading demonstration;

    LoadingHealth(DemonstrationLoading demonstration) {
        this.demonstration = demonstration;
    }

    @Override
    public Health health() {
        DemonstrationLoading.Loading loading = demonstration.loading();
        if (loading.done() || (loading.failure() == null && demonstration.anythingHeld())) {
            return Health.up().build();
        }
        return loading.failure() == null
                ? Health.outOfService().withDetail("readings", "loading").build()
                : Health.down().withDetail("readings", loading.failure()).build();
    }
}
