package org.airshed.platform.observation.store;

import java.util.Optional;
import java.util.Set;
import org.airshed.platform.observation.Origin;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.DataLabel;
import org.springframework.stereotype.Component;

/** Says on every page where the readings come from. */
@Component
final class OriginLabel implements DataLabel {
    private final StationRegister stations;

    OriginLabel(StationRegister stations) {
        this.stations = stations;
    }

    @Override
    public boolean synthetic() {
        return origin().map(Origin::synthetic).orElse(false);
    }

    @Override
    public BilingualText text() {
        return origin().map(origin -> new BilingualText(origin.zh(), origin.en()))
                .orElseGet(() -> new BilingualText("", ""));
    }

    private Optional<Origin> origin() {
        Set<String> networks = stations.networks();
        return networks.isEmpty() ? Optional.empty() : Optional.of(Origins.of(networks));
    }
}
