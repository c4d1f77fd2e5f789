package org.airshed.metfiles;

import java.time.Instant;

/**
 * A stretch of an archive without the steps its interval lets expect.
 *
 * @param after the last step before it
 * @param before the first step behind it
 * @param missing how many steps are expected between
 */
public record MetGap(Instant after, Instant before, long missing) {}
