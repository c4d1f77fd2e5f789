/**
 * Finds, starts, attaches and migrates PostgreSQL, and hands out connections that carry the viewer.
 *
 * <p>Without a setting it runs its own server in the home folder, durable and on the loopback
 * address only; with {@code AIRSHED_DB_URL} it uses that server. Rooms contribute a {@link
 * org.airshed.platform.database.RoomSchema} and use the {@code DataSource}, which exists only once
 * every schema is migrated. Leaves to {@code access} who may see which row. Calls no other room.
 * Guide: docs/guide/database.md.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "database",
        allowedDependencies = {})
package org.airshed.platform.database;

import org.springframework.modulith.ApplicationModule;
