package org.airshed.platform.evaluation.web;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.airshed.documents.table.CsvCell;
import org.airshed.engine.airquality.IndexLevel;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.Air;
import org.airshed.platform.evaluation.CityAir;
import org.airshed.platform.evaluation.RegionAir;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.server.BilingualText;

/**
 * The air of an hour as a table to take away. Every row says the hour's end in UTC and locally, the
 * edition of the index, and the origin of the readings, so that a row cut out of the file still
 * says what it is.
 */
final class AirCsv {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private AirCsv() {}

    static String cities(RegionAir air, ZoneId zone, AirWords words) {
        StringBuilder table = new StringBuilder();
        table.append("hour_end_utc,hour_end_local,jurisdiction,name_zh,name_en,aqi,level,primary");
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            table.append(',').append(pollutant.code());
            table.append(pollutant == Pollutant.CO ? "_mgm3" : "_ugm3");
        }
        table.append(
                ",stations_observed,stations_expected,standard,origin,origin_zh,origin_en,synthetic\r\n");
        air.cities().forEach(city -> row(table, air, city, zone, words));
        return table.toString();
    }

    private static void row(
            StringBuilder table, RegionAir hour, CityAir city, ZoneId zone, AirWords words) {
        Air air = city.air();
        BilingualText name = words.name(city.jurisdiction());
        table.append(hour.hourEnd()).append(',');
        table.append(LOCAL.format(hour.hourEnd().atZone(zone))).append(',');
        table.append(city.jurisdiction()).append(',');
        table.append(CsvCell.quoted(name.zh()))
                .append(',')
                .append(CsvCell.quoted(name.en()))
                .append(',');
        table.append(air.aqi().isPresent() ? air.aqi().getAsInt() : "").append(',');
        table.append(air.level().map(IndexLevel::code).orElse("")).append(',');
        table.append(air.primary().stream().map(Pollutant::code).collect(Collectors.joining(" ")));
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            table.append(',').append(air.mean(pollutant).map(BigDecimal::toPlainString).orElse(""));
        }
        table.append(',').append(city.stationsObserved());
        table.append(',').append(city.stationsExpected());
        table.append(',').append(hour.standard().id());
        table.append(',').append(hour.origin().code());
        table.append(',').append(CsvCell.quoted(hour.origin().zh()));
        table.append(',').append(CsvCell.quoted(hour.origin().en()));
        table.append(',').append(hour.origin().synthetic()).append("\r\n");
    }
}
