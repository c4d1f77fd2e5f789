package org.airshed.platform.observation.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.Station;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * Writes the synthetic set as a file of the national network's form, so that it takes the same way
 * into the tables as measured readings do.
 */
final class SyntheticFile {
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm").withZone(SyntheticReadings.ZONE);

    private final SyntheticReadings readings;
    private final Function<JurisdictionCode, String> areaName;

    SyntheticFile(long seed, Function<JurisdictionCode, String> areaName) {
        this.readings = new SyntheticReadings(seed);
        this.areaName = areaName;
    }

    /** Writes so many hours up to the one that ended last before {@code now}. */
    void write(Path file, Instant now, int hours) throws IOException {
        Readings set = readings.until(now, hours);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(
                    "timepoint,stationcode,longitude,latitude,area,positionname,aqi,primarypollutant");
            for (Pollutant pollutant : Readings.POLLUTANTS) {
                out.write("," + pollutant.code());
            }
            out.write('\n');
            for (int hour = 0; hour < set.hours(); hour++) {
                String label = LABEL.format(set.firstHour().plusSeconds(3600L * hour));
                for (int place = 0; place < set.stations().size(); place++) {
                    out.write(label + ',' + described(set.stations().get(place)));
                    for (Pollutant pollutant : Readings.POLLUTANTS) {
                        out.write(',' + cell(set.value_thousandths(pollutant, hour, place)));
                    }
                    out.write('\n');
                }
            }
        }
    }

    private String described(Station station) {
        return "%s,%s,%s,%s,%s,,"
                .formatted(
                        station.code(),
                        station.longitude_deg(),
                        station.latitude_deg(),
                        areaName.apply(station.jurisdiction()),
                        station.name());
    }

    private static String cell(int value_thousandths) {
        return value_thousandths == Thousandths.ABSENT
                ? ""
                : Thousandths.decimal(value_thousandths).stripTrailingZeros().toPlainString();
    }
}
