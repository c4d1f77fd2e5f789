package org.airshed.platform.quality.store;

import java.util.Set;
import org.airshed.platform.database.RoomSchema;
import org.springframework.stereotype.Component;

/** Schema {@code quality}; its policies ask those of access. */
@Component
final class QualitySchema implements RoomSchema {

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public Set<String> after() {
        return Set.of("rights", "access", "observation");
    }
}
