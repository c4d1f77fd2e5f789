package org.airshed.platform.rights;

import org.airshed.platform.database.RoomSchema;
import org.springframework.stereotype.Component;

/**
 * The functions that row-level-security policies of all rooms ask: {@code rights.person()} and
 * {@code rights.sees(dataset)}. They stand here so that rooms below {@code access} can name them;
 * {@code access} gives {@code sees} its meaning.
 */
@Component
final class RightsSchema implements RoomSchema {

    @Override
    public String name() {
        return "rights";
    }
}
