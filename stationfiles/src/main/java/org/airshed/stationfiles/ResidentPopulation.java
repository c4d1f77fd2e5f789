package org.airshed.stationfiles;

import java.time.LocalDate;

/**
 * How many people live in a jurisdiction.
 *
 * @param line where the row stands in its file
 * @param code the jurisdiction's code: {@code "130100"}
 * @param area its name
 * @param residents resident population, persons
 * @param countedOn the day of the count
 * @param source who counted
 */
public record ResidentPopulation(
        long line, String code, String area, long residents, LocalDate countedOn, String source) {}
