package org.airshed.platform.evaluation;

import org.airshed.platform.rights.JurisdictionCode;

/**
 * The air of a city in one hour: of each pollutant the mean over the stations that observed it,
 * rounded by GB/T 8170 (µg/m³ to integers, CO to one decimal of mg/m³), and the index of these
 * means. HJ 633-2026, 4.2, prescribes that rounding; the edition of 2012 prescribes none, and we
 * round under both so that the numbers of a map before and after 1 March 2026 can be compared.
 *
 * @param jurisdiction the city
 * @param longitude_deg the middle of its stations, degrees east
 * @param latitude_deg the middle of its stations, degrees north
 * @param air the means and their index
 * @param stationsExpected how many stations it has
 * @param stationsObserved how many of them observed anything in this hour
 */
public record CityAir(
        JurisdictionCode jurisdiction,
        double longitude_deg,
        double latitude_deg,
        Air air,
        int stationsExpected,
        int stationsObserved) {}
