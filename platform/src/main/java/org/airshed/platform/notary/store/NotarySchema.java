package org.airshed.platform.notary.store;

import java.util.Set;
import org.airshed.platform.database.RoomSchema;
import org.springframework.stereotype.Component;

/** Schema {@code notary}. */
@Component
final class NotarySchema implements RoomSchema {

    @Override
    public String name() {
        return "notary";
    }

    @Override
    public Set<String> after() {
        return Set.of("rights");
    }
}
