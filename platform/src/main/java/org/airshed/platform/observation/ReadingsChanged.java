package org.airshed.platform.observation;

import java.time.LocalDate;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * News: readings of a jurisdiction changed, between the first and the last of these days in the
 * service's zone; at most 124 days at once. It is told inside the transaction that changed them, so
 * that what is derived from readings changes with them or not at all.
 *
 * @param batch the import that changed them
 */
public record ReadingsChanged(
        JurisdictionCode jurisdiction, LocalDate firstDay, LocalDate lastDay, int batch) {}
