package org.airshed.platform.quality;

import java.time.LocalDate;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * News: the readings of a jurisdiction were screened anew after a change. Told inside the
 * transaction of the change.
 *
 * @param usable its readings over these days and at least two more at either side, without the
 *     values flagged bad or missing
 * @param firstDay the first day of which a value or a flag may have changed
 * @param lastDay the last one
 */
public record ReadingsScreened(
        JurisdictionCode jurisdiction, Readings usable, LocalDate firstDay, LocalDate lastDay) {}
