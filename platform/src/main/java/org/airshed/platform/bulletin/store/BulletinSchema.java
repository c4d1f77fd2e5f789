package org.airshed.platform.bulletin.store;

import java.util.Set;
import org.airshed.platform.database.RoomSchema;
import org.springframework.stereotype.Component;

/** Schema {@code bulletin}; its policies ask those of access. */
@Component
final class BulletinSchema implements RoomSchema {

    @Override
    public String name() {
        return "bulletin";
    }

    @Override
    public Set<String> after() {
        return Set.of("rights", "access");
    }
}
