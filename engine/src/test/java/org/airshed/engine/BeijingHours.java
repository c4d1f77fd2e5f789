package org.airshed.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.airshed.realdata.RealData;

/**
 * Twelve real stations (UCI Beijing Multi-Site, 2013-03 to 2016-08), taking hour 0–23 as the start.
 */
public final class BeijingHours {
    /** The end of the first hour, Beijing time. */
    public static final LocalDateTime FIRST = LocalDateTime.of(2013, 3, 1, 1, 0);

    public static final int HOURS = 30_720;
    public static final List<String> ITEMS = List.of("PM2.5", "PM10", "SO2", "NO2", "CO", "O3");

    private BeijingHours() {}

    /**
     * Each station's hours of each item, keyed {@code "Aotizhongxin PM2.5"}, [hour], {@code NaN}
     * where nothing was observed; µg/m³, CO too.
     */
    public static Map<String, double[]> stations() throws IOException {
        Map<String, double[]> hourly = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Files.newInputStream(
                                                RealData.file(
                                                        "prsa-beijing/hourly-20130301-20160831.csv.gz"))),
                                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",", -1);
                LocalDateTime start =
                        LocalDateTime.of(
                                Integer.parseInt(fields[1]),
                                Integer.parseInt(fields[2]),
                                Integer.parseInt(fields[3]),
                                Integer.parseInt(fields[4]),
                                0);
                int hour = (int) Duration.between(FIRST, start.plusHours(1)).toHours();
                for (int item = 0; item < ITEMS.size(); item++) {
                    String key = fields[17].replace("\"", "") + " " + ITEMS.get(item);
                    double[] values =
                            hourly.computeIfAbsent(
                                    key,
                                    _ -> {
                                        double[] absent = new double[HOURS];
                                        Arrays.fill(absent, Double.NaN);
                                        return absent;
                                    });
                    String text = fields[5 + item];
                    values[hour] =
                            text.isBlank() || text.equals("NA")
                                    ? Double.NaN
                                    : Double.parseDouble(text);
                }
            }
        }
        return hourly;
    }
}
