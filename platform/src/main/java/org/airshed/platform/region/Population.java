package org.airshed.platform.region;

import java.time.LocalDate;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * How many people live in a jurisdiction.
 *
 * @param jurisdiction where
 * @param countedOn the day of the count
 * @param residents resident population, persons
 * @param source who counted
 * @param revision counts up with each correction of the same count
 */
public record Population(
        JurisdictionCode jurisdiction,
        LocalDate countedOn,
        long residents,
        String source,
        int revision) {}
