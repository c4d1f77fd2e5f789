package org.airshed.platform.observation;

import java.time.Instant;

/**
 * An hour of a station that no longer stands as received.
 *
 * @param station the station's number in the tables
 * @param hourEnd the end of the hour
 * @param revision the number of the revision that stands
 */
public record RevisedHour(int station, Instant hourEnd, int revision) {}
