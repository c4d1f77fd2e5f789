package org.airshed.platform.sharing.store;

import java.util.Set;
import org.airshed.platform.database.RoomSchema;
import org.springframework.stereotype.Component;

/** Schema {@code sharing}; its policies ask who works on a connection. */
@Component
final class SharingSchema implements RoomSchema {

    @Override
    public String name() {
        return "sharing";
    }

    @Override
    public Set<String> after() {
        return Set.of("rights", "access");
    }
}
