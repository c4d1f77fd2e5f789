package org.airshed.platform.observation;

import java.time.LocalDate;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * News: what stations of a jurisdiction are for changed, from this day of the service's zone on.
 * Their readings and flags did not; what counts them by their role must be derived anew. Told
 * inside the transaction of the change.
 */
public record StandingsChanged(JurisdictionCode jurisdiction, LocalDate firstDay) {}
