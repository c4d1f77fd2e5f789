package org.airshed.platform.database;

import org.springframework.stereotype.Component;

/** This room's own schema: what has been migrated, and the events not yet delivered. */
@Component
final class DatabaseSchema implements RoomSchema {
    static final String NAME = "database";

    @Override
    public String name() {
        return NAME;
    }
}
