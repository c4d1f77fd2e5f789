package org.airshed.metfiles;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as CF counts them: {@code hours since 1900-01-01 00:00:0.0} in a calendar. */
final class CfTime {
    private static final Pattern UNITS =
            Pattern.compile(
                    "(days?|hours?|hrs?|h|minutes?|mins?|seconds?|secs?|s)\\s+since\\s+"
                            + "(\\d{1,4})-(\\d{1,2})-(\\d{1,2})"
                            + "(?:[T ]+(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d*)?)?)?)?"
                            + "\\s*(?:Z|UTC|\\+?00:?00)?");

    private final Instant from;
    private final double unit_s;

    private CfTime(Instant from, double unit_s) {
        this.from = from;
        this.unit_s = unit_s;
    }

    /** Empty when the units are not those of a time, or are one this project cannot count in. */
    static Optional<CfTime> of(String units, String calendar) {
        Matcher matcher = UNITS.matcher(units.strip());
        if (!matcher.matches()
                || !calendar.toLowerCase(Locale.ROOT)
                        .matches("|standard|gregorian|proleptic_gregorian")) {
            return Optional.empty();
        }
        double unit_s =
                switch (matcher.group(1).charAt(0)) {
                    case 'd' -> 86_400.0;
                    case 'h' -> 3600.0;
                    case 'm' -> 60.0;
                    default -> 1.0;
                };
        try {
            LocalDateTime from =
                    LocalDateTime.of(
                            part(matcher, 2),
                            part(matcher, 3),
                            part(matcher, 4),
                            part(matcher, 5),
                            part(matcher, 6),
                            part(matcher, 7));
            // Before 1582 the mixed calendar is Julian: year 1 starts two days apart.
            boolean mixed = !calendar.toLowerCase(Locale.ROOT).startsWith("proleptic");
            if (mixed && from.getYear() < 1583) {
                from = from.minusDays(from.getYear() <= 100 ? 2 : 0);
                if (from.getYear() > 100) {
                    return Optional.empty();
                }
            }
            return Optional.of(new CfTime(from.toInstant(ZoneOffset.UTC), unit_s));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static int part(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? 0 : Integer.parseInt(text);
    }

    /** The moment, to the second files mean it to; empty for what is no number of this era. */
    Optional<Instant> moment(double count) {
        double seconds = count * unit_s;
        if (!(Math.abs(seconds) < 4e11)) {
            return Optional.empty();
        }
        return Optional.of(from.plus(Duration.ofSeconds(Math.round(seconds))));
    }
}
