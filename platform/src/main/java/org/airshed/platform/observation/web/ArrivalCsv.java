package org.airshed.platform.observation.web;

import java.time.LocalDate;
import java.util.List;
import org.airshed.documents.table.CsvCell;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Readings;

/** What arrived as a table: one row per place and local day. */
final class ArrivalCsv {
    private ArrivalCsv() {}

    static String of(ArrivalDocument arrival) {
        StringBuilder table =
                new StringBuilder(
                        "day,zone,jurisdiction,station,name_zh,name_en,expected_hours,received_hours,received_percent");
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            table.append(',').append(pollutant.code()).append("_hours");
        }
        table.append(",origin,origin_zh,origin_en,synthetic\r\n");
        for (ArrivalDocument.Place place : arrival.places()) {
            for (int day = 0; day < arrival.days().size(); day++) {
                row(table, arrival, place, day);
            }
        }
        return table.toString();
    }

    private static void row(
            StringBuilder table, ArrivalDocument arrival, ArrivalDocument.Place place, int day) {
        LocalDate date = arrival.days().get(day);
        int expected = place.expected().get(day);
        int received = place.received().get(day);
        var percent = ArrivalDocument.Coverage.percent(expected, received);
        table.append(date).append(',').append(arrival.zone()).append(',');
        table.append(place.jurisdiction()).append(',');
        table.append(place.station() == null ? "" : CsvCell.quoted(place.station())).append(',');
        table.append(CsvCell.quoted(place.name().zh())).append(',');
        table.append(CsvCell.quoted(place.name().en())).append(',');
        table.append(expected).append(',').append(received).append(',');
        table.append(percent == null ? "" : percent.toPlainString());
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            List<Integer> hours = place.receivedValues().getOrDefault(pollutant.code(), List.of());
            table.append(',').append(hours.get(day));
        }
        table.append(',').append(arrival.source().code());
        table.append(',').append(CsvCell.quoted(arrival.source().label().zh()));
        table.append(',').append(CsvCell.quoted(arrival.source().label().en()));
        table.append(',').append(arrival.source().synthetic()).append("\r\n");
    }
}
