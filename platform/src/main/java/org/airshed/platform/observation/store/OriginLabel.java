package org.airshed.platform.observation.store;

import org.airshed.platform.observation.Observations;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.DataLabel;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says on every page where the readings come from. */
@Component
final class OriginLabel implements DataLabel {
    private final Observations observations;

    OriginLabel(Observations observations) {
        this.observations = observations;
    }

    @Override
    public boolean synthetic() {
        return readings() != null && readings().origin().synthetic();
    }

    @Override
    public BilingualText text() {
        Readings readings = readings();
        return readings == null
                ? new BilingualText("", "")
                : new BilingualText(readings.origin().zh(), readings.origin().en());
    }

    private @Nullable Readings readings() {
        try {
            return observations.findReadings().orElse(null);
        } catch (Refusal notYet) {
            return null;
        }
    }
}
