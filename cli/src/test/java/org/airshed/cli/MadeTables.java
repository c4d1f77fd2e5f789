package org.airshed.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small tables the receptor models and trends accept, and the commands that read them. */
final class MadeTables {
    private static final String[] SECTORS = {"N", "ENE", "120", "SSW", "W", "0"};

    private MadeTables() {}

    /** Every command of the rooms over files made in this folder. */
    static List<String[]> commands(Path folder) throws IOException {
        String ends = write(folder, "ends.csv", endpoints());
        String hours = write(folder, "hours.csv", hours());
        String months = write(folder, "months.csv", months());
        String v = write(folder, "v.csv", composition(1));
        String u = write(folder, "u.csv", composition(0.1));
        return List.of(
                new String[] {"pscf", ends, "--percentile", "50"},
                new String[] {"cwt", ends},
                new String[] {"polar", hours},
                new String[] {"cpf", hours},
                new String[] {"trend", months, "--least", "1"},
                new String[] {"trend", months, "--least", "1", "--method", "prewhitened"},
                new String[] {"trend", months, "--least", "1", "--deseasonalise", "none"},
                new String[] {
                    "pmf",
                    v,
                    u,
                    "--factors",
                    "2",
                    "--starts",
                    "2",
                    "--iterations",
                    "60",
                    "--bootstrap",
                    "2",
                    "--displacement-species",
                    "a,c",
                    "--refits",
                    "3"
                });
    }

    static String endpoints() {
        StringBuilder rows = new StringBuilder("date,hour.inc,lat,lon,pm25\n");
        for (int day = 0; day < 20; day++) {
            for (int hour = 0; hour < 24; hour++) {
                rows.append(
                        "day%d,%d,%s,%s,%d\n"
                                .formatted(
                                        day,
                                        -hour,
                                        39.9 + hour * (drawn(day) - 0.4) / 3,
                                        116.4 + hour * (drawn(day + 99) - 0.6) / 2,
                                        (int) (200 * drawn(day + 7))));
            }
        }
        return rows.toString();
    }

    static String hours() {
        StringBuilder rows = new StringBuilder("year,month,day,hour,PM2.5,WSPM,wd\n");
        for (int hour = 0; hour < 240; hour++) {
            rows.append(
                    "2026,1,%d,%d,%s,%s,%s\n"
                            .formatted(
                                    hour / 24 + 1,
                                    hour % 24,
                                    100 * drawn(hour),
                                    6 * drawn(hour + 1000),
                                    SECTORS[hour % SECTORS.length]));
        }
        return rows.toString();
    }

    static String months() {
        StringBuilder rows = new StringBuilder("year,month,PM2.5\n");
        for (int month = 0; month < 60; month++) {
            rows.append(
                    "%d,%d,%s\n"
                            .formatted(
                                    2015 + month / 12,
                                    month % 12 + 1,
                                    90 - month / 3.0 + 20 * drawn(month / 3)));
        }
        return rows.toString();
    }

    static String composition(double scale) {
        StringBuilder rows = new StringBuilder("day,a,b,c,d\n");
        for (int day = 0; day < 30; day++) {
            double traffic = drawn(day);
            double dust = drawn(day + 50);
            rows.append(
                    "d%d,%s,%s,%s,%s\n"
                            .formatted(
                                    day,
                                    scale * (5 * traffic + 0.1),
                                    scale * (traffic + 3 * dust + 0.1),
                                    scale * (4 * dust + 0.1),
                                    scale * (traffic + dust + 0.1)));
        }
        return rows.toString();
    }

    /**
     * The fraction of multiples of the golden ratio: spread evenly, with a number for every place.
     */
    private static double drawn(int place) {
        double turned = place * 0.6180339887498949;
        return turned - Math.floor(turned);
    }

    private static String write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
