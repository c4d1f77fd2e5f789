package org.airshed.platform.observation.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.airshed.platform.observation.ArrivalTable.NetworkHours;
import org.airshed.platform.observation.Standing;

/**
 * Which hours are expected of which station: those of its standings within the days asked for and
 * within what its network is held for.
 */
final class ExpectedHours {
    /** The hours of one standing, named by their ends, both included. */
    record Span(Standing standing, Instant firstHour, Instant lastHour) {
        int hours() {
            return ExpectedHours.hours(firstHour, lastHour);
        }
    }

    private static final Duration HOUR = Duration.ofHours(1);

    private final ZoneId zone;
    private final LocalDate first;
    private final int days;

    ExpectedHours(ZoneId zone, LocalDate first, LocalDate last) {
        this.zone = zone;
        this.first = first;
        this.days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    }

    int days() {
        return days;
    }

    /** The end of the first hour of the period. */
    Instant firstHour() {
        return midnight(0).plus(HOUR);
    }

    /** The end of its last hour, which closes the last day. */
    Instant lastHour() {
        return midnight(days);
    }

    /** The end of the first hour of each day. */
    List<Instant> firstHours() {
        return IntStream.range(0, days).mapToObj(day -> midnight(day).plus(HOUR)).toList();
    }

    /** Midnight that begins the day at this place. */
    private Instant midnight(int day) {
        return first.plusDays(day).atStartOfDay(zone).toInstant();
    }

    /** The spans in which something is expected; a standing without any is left out. */
    List<Span> spans(List<Standing> standings, Map<String, NetworkHours> held) {
        List<Span> spans = new ArrayList<>();
        for (Standing standing : standings) {
            NetworkHours hours = held.get(standing.network());
            if (hours == null) {
                continue;
            }
            Instant start =
                    later(later(firstHour(), hours.firstHour()), standing.from().plus(HOUR));
            Instant end = earlier(lastHour(), hours.lastHour());
            end = standing.to().isPresent() ? earlier(end, standing.to().get()) : end;
            if (!start.isAfter(end)) {
                spans.add(new Span(standing, start, end));
            }
        }
        return spans;
    }

    /** The spans of stations that are not expected in every hour of the period that is held. */
    List<Span> partial(List<Span> spans, List<NetworkHours> networks) {
        Map<String, Integer> whole = new HashMap<>();
        for (NetworkHours held : networks) {
            Instant start = later(firstHour(), held.firstHour());
            Instant end = earlier(lastHour(), held.lastHour());
            whole.put(held.network(), hours(start, end));
        }
        Map<Integer, Integer> expected = new HashMap<>();
        spans.forEach(
                span -> expected.merge(span.standing().station(), span.hours(), Integer::sum));
        return spans.stream()
                .filter(span ->
                        expected.getOrDefault(span.standing().station(), 0)
                                < whole.getOrDefault(span.standing().network(), 0))
                .toList();
    }

    /** Adds the hours of a span to the days they belong to. */
    void add(Span span, int[] expected) {
        for (int day = 0; day < days; day++) {
            Instant start = later(span.firstHour(), midnight(day).plus(HOUR));
            Instant end = earlier(span.lastHour(), midnight(day + 1));
            expected[day] += hours(start, end);
        }
    }

    /** How many hours end from one to another, both included; none when they are reversed. */
    private static int hours(Instant first, Instant last) {
        return Math.max(0, (int) Duration.between(first, last).toHours() + 1);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
