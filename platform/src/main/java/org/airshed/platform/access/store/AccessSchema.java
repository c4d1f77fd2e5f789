package org.airshed.platform.access.store;

import java.util.Set;
import org.airshed.platform.database.RoomSchema;
import org.springframework.stereotype.Component;

/** The schema of this room. Its predicate walks the tree of jurisdictions. */
@Component
final class AccessSchema implements RoomSchema {
    @Override
    public String name() {
        return "access";
    }

    @Override
    public Set<String> after() {
        return Set.of("rights", "region");
    }
}
