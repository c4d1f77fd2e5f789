package org.airshed.platform.quality;

import org.airshed.platform.observation.Readings;

/** The front door to flags. */
public interface Quality {
    /**
     * These readings without the values flagged bad or missing, as far as the viewer sees flags.
     */
    Readings usable(Readings readings);
}
