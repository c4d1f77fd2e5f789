package org.airshed.engine.airquality;

import org.airshed.engine.edition.Provenance;
import org.airshed.engine.quantity.Concentration;

/** A concentration limit: what it is compared with, in which area, how much, and whence. */
public record Limit(Item item, AreaClass area, Concentration concentration, Provenance provenance) {

    /** Whether this concentration is within the limit; equal to it is. */
    public boolean isMetBy(Concentration observed) {
        return observed.compareTo(concentration) <= 0;
    }
}
