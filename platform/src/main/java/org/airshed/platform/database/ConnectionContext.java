package org.airshed.platform.database;

import java.util.Map;

/**
 * The settings each connection must carry for the work of the calling thread, such as {@code
 * airshed.person} = the viewer's uuid, on which row-level security filters.
 *
 * <p>Asked at every checkout of a connection, on the thread that takes it; it must not use the
 * database. Names have the form {@code airshed.word}. SQL reads a value by {@code
 * nullif(current_setting('airshed.person', true), '')}: a setting not named at this checkout reads
 * as the empty string, or as null when the connection never carried it. A transaction keeps the
 * settings it began with. One room provides the bean; without one, and until the application has
 * started, no connection carries a viewer.
 */
@FunctionalInterface
public interface ConnectionContext {
    /** No viewer: the connection carries nothing. */
    ConnectionContext NOBODY = Map::of;

    Map<String, String> settings();
}
