package org.airshed.platform.observation.store;

import java.util.Set;
import org.airshed.platform.database.RoomSchema;
import org.springframework.stereotype.Component;

/** Schema {@code observation}; its policies ask those of access. */
@Component
final class ObservationSchema implements RoomSchema {

    @Override
    public String name() {
        return "observation";
    }

    @Override
    public Set<String> after() {
        return Set.of("rights", "region", "access");
    }
}
