package org.airshed.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How many successive samples the bootstrap draws at once. */
final class BlockLength {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("[uuuu-M-d][M/d/uuuu][['T'][ ]H:mm[:ss]]", Locale.ROOT);

    private BlockLength() {}

    /**
     * @param text rows such as {@code 9}, hours such as {@code 72h}, or nothing for the cube root
     *     of the number of samples, rounded up
     * @param samples their names: times where the length is in hours
     */
    static int rows(String text, List<String> samples) {
        try {
            if (text.isEmpty()) {
                return (int) Math.ceil(StrictMath.cbrt(samples.size()));
            }
            return text.endsWith("h")
                    ? hours(Integer.parseInt(text.substring(0, text.length() - 1)), samples)
                    : Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "expected a block of rows such as 9 or hours such as 72h, got '%s'"
                            .formatted(text));
        }
    }

    /** So many rows as last these hours at the median step between samples, at least one. */
    private static int hours(int hours, List<String> samples) {
        long[] steps_min = new long[Math.max(0, samples.size() - 1)];
        for (int at = 0; at < steps_min.length; at++) {
            steps_min[at] =
                    Duration.between(time(samples.get(at)), time(samples.get(at + 1))).toMinutes();
        }
        Arrays.sort(steps_min);
        long median_min = steps_min.length == 0 ? 0 : steps_min[steps_min.length / 2];
        if (median_min <= 0) {
            throw new IllegalArgumentException(
                    "expected samples in order of time for a block in hours, got a median step of %d minutes"
                            .formatted(median_min));
        }
        return (int) Math.max(1, Math.min(samples.size(), Math.ceilDiv(hours * 60L, median_min)));
    }

    private static LocalDateTime time(String sample) {
        try {
            return switch (TIME.parseBest(sample, LocalDateTime::from, LocalDate::from)) {
                case LocalDateTime time -> time;
                case LocalDate day -> day.atStartOfDay();
                default -> throw new IllegalStateException(sample);
            };
        } catch (DateTimeParseException noTime) {
            throw new IllegalArgumentException(
                    "expected samples named by time such as 2026-01-31T23:00 or 1/31/2026 23:00 for a block in hours, got '%s'"
                            .formatted(sample));
        }
    }
}
