package org.airshed.stationfiles;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.substance.Pollutant;

/** The keys a mapping file may have; docs/guide/mapping.md explains each. */
enum MappingKey {
    STATION("station"),
    STATION_FIXED("station.fixed"),
    STATION_NAME("station.name"),
    AREA("area"),
    AREA_FIXED("area.fixed"),
    LONGITUDE("longitude"),
    LATITUDE("latitude"),
    TIME("time"),
    TIME_PATTERN("time.pattern"),
    TIME_YEAR("time.year"),
    TIME_MONTH("time.month"),
    TIME_DAY("time.day"),
    TIME_HOUR("time.hour"),
    TIME_ZONE("time.zone"),
    TIME_LABELS("time.labels"),
    SO2("so2"),
    NO2("no2"),
    CO("co"),
    O3("o3"),
    PM10("pm10"),
    PM2_5("pm2_5"),
    UNIT_SO2("unit.so2"),
    UNIT_NO2("unit.no2"),
    UNIT_CO("unit.co"),
    UNIT_O3("unit.o3"),
    UNIT_PM10("unit.pm10"),
    UNIT_PM2_5("unit.pm2_5"),
    MISSING("missing"),
    CHARSET("charset"),
    SEPARATOR("separator"),
    DECIMAL("decimal"),
    SHEET("sheet"),
    HEADER_LINE("header.line");

    private final String word;

    MappingKey(String word) {
        this.word = word;
    }

    /** The key as it stands in the file. */
    String word() {
        return word;
    }

    static Optional<MappingKey> findByWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(key -> key.word.equals(lower)).findFirst();
    }

    /** The key that names the column of this pollutant of {@link HourlyIndex#POLLUTANTS}. */
    static MappingKey columnOf(Pollutant pollutant) {
        return findByWord(pollutant.code()).orElseThrow();
    }

    /** The key that names the unit of this pollutant of {@link HourlyIndex#POLLUTANTS}. */
    static MappingKey unitOf(Pollutant pollutant) {
        return findByWord("unit." + pollutant.code()).orElseThrow();
    }
}
