package org.airshed.platform.observation.store;

import java.util.Map;
import org.airshed.stationfiles.Expectation;

/**
 * What an import asks of a row besides that it can be read, as {@link
 * org.airshed.stationfiles.Expected} has what its readers ask.
 */
enum Condition {
    HOUR_PAST("hour-past", "an hour from 1970 to now"),
    MOST_STATIONS("most-stations", "at most {most} different stations in one file"),
    SAME_AREA("same-area", "{area}, as at the first row of station {station}"),
    STATION_HOUR_ONCE(
            "station-hour-once",
            "one row per station and hour; the hour that ends {hour} stands in line {line}, the first"
                    + " stands"),
    NO_NUL("no-nul", "code, name and area without NUL ({rows} rows of station {station})"),
    KNOWN_AREA("known-area", "the name of a known jurisdiction ({rows} rows of station {station})"),
    AREA_OF_STATION(
            "area-of-station",
            "the area of jurisdiction {jurisdiction}, where station {station} stands ({rows} rows)"),
    NETWORK(
            "network",
            "a station of network {network}, this one is of {other} ({rows} rows of station {station})"),
    ROLE("role", "what new stations are for: parameter role ({rows} rows of station {station})"),
    POSITION(
            "position",
            "a position for station {station}, which is new: columns longitude and latitude ({rows}"
                    + " rows)");

    private final String code;
    private final String english;

    Condition(String code, String english) {
        this.code = code;
        this.english = english;
    }

    /** The code; it never changes, as it is stored. */
    String code() {
        return code;
    }

    /** The sentence in English, unfilled. */
    String english() {
        return english;
    }

    /** The condition that was not met. */
    Expectation with(Map<String, String> arguments) {
        return new Expectation(code, english, arguments);
    }
}
