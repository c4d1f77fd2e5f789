package org.airshed.platform.region.store;

import java.util.Set;
import org.airshed.platform.database.RoomSchema;
import org.springframework.stereotype.Component;

/** Schema {@code region}. */
@Component
final class RegionSchema implements RoomSchema {

    @Override
    public String name() {
        return "region";
    }

    @Override
    public Set<String> after() {
        return Set.of("rights", "notary");
    }
}
