package org.airshed.platform.database;

import java.util.Set;

/**
 * A room's claim to the schema of its own name. Its migrations lie in {@code
 * classpath:db/migration/<name>/V1__first.sql} and so on, run as the owner with that schema first
 * on the search path; {@code ${app}} in them is the quoted name of the application role.
 *
 * <p>Implemented by a {@code @Component} class with a constructor without arguments, so that tests
 * can find it without starting the server. The application role may select, insert, update and
 * delete in every table the migrations create; a migration takes back what it should not ({@code
 * revoke update, delete on act from ${app}}). Every table with a column {@code jurisdiction} has
 * row-level security enabled, forced, and a policy.
 */
public interface RoomSchema {
    /** The room's name, which is the schema's and the folder's. */
    String name();

    /** The rooms whose tables must exist before these migrations run. */
    default Set<String> after() {
        return Set.of();
    }
}
