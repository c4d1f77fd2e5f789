package org.airshed.platform.server;

/**
 * What every page and export says about the data the service runs on. The room that loads the data
 * provides one as a bean; without one the service says nothing.
 */
public interface DataLabel {
    /** Whether the readings were made by a computation rather than by instruments. */
    boolean synthetic();

    /** The label; empty texts when there is nothing to say. */
    BilingualText text();
}
