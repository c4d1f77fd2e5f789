package org.airshed.platform.observation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.observation.StandingCorrection;
import org.airshed.platform.observation.StationRole;

/**
 * A period of a station's life as the table has it.
 *
 * @param standing what it was
 * @param settled what of it an office settled: name, role, tier, position
 * @param source what it rests on
 * @param settledFrom since when an office's word holds, wherever it reaches
 * @param vouchedFrom the beginning of the first period an office spoke of: from then on its word
 *     alone keeps the station
 * @param act the act by which an office settled it
 */
record StandingPeriod(
        Standing standing,
        Set<String> settled,
        String source,
        Optional<Instant> settledFrom,
        Optional<Instant> vouchedFrom,
        Optional<UUID> act) {
    StandingPeriod {
        settled = Set.copyOf(settled);
    }

    static StandingPeriod of(ResultSet row, int at) throws SQLException {
        return new StandingPeriod(
                SqlObservations.standing(row, at),
                Set.of((String[]) row.getArray("settled").getArray()),
                row.getString("source"),
                instant(row, "settled_from"),
                instant(row, "vouched_from"),
                Optional.ofNullable(row.getObject("act", UUID.class)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /**
     * The periods of a station after a correction: the one that covers its first moment is divided
     * there, that one's rest and all later ones say what the correction says. A station not known
     * by then is corrected from its first period on.
     *
     * @param periods in the order of time
     */
    static List<StandingPeriod> corrected(
            List<StandingPeriod> periods, StandingCorrection correction, Instant from) {
        List<StandingPeriod> after = new ArrayList<>();
        for (StandingPeriod period : periods) {
            Standing was = period.standing();
            if (!was.from().isBefore(from)) {
                StandingPeriod said = period.saying(correction, was.from());
                after.add(said.sameAs(period) ? period : said);
            } else if (was.to().map(from::isBefore).orElse(true)) {
                StandingPeriod rest = period.saying(correction, from);
                if (rest.sameAs(period)) {
                    after.add(period);
                } else {
                    after.add(period.until(from));
                    after.add(rest);
                }
            } else {
                after.add(period);
            }
        }
        return after;
    }

    /**
     * The periods of a station once others are said of it, with what an office settled kept: its
     * words hold where they held, and where nothing else is said of the station any more, the
     * period it vouched for stays.
     *
     * @param said the periods as the files alone say them
     * @param known the periods so far
     */
    static List<StandingPeriod> keepingSettled(
            List<StandingPeriod> said, List<StandingPeriod> known) {
        List<StandingPeriod> settled =
                known.stream().filter(period -> !period.settled().isEmpty()).toList();
        if (settled.isEmpty()) {
            return said;
        }
        TreeSet<Instant> bounds = new TreeSet<>();
        Stream.concat(said.stream(), settled.stream())
                .forEach(period -> {
                    bounds.add(period.standing.from());
                    period.standing.to().ifPresent(bounds::add);
                    period.vouchedFrom.ifPresent(bounds::add);
                });
        List<StandingPeriod> kept = new ArrayList<>();
        for (Instant begin : bounds) {
            Optional<Instant> end = Optional.ofNullable(bounds.higher(begin));
            Optional<StandingPeriod> there = covering(said, begin);
            covering(settled, begin)
                    .filter(word -> there.isPresent() || word.vouchesAt(begin))
                    .map(word -> word.over(there.orElse(word)))
                    .or(() -> there)
                    .ifPresent(period -> addOrLengthen(kept, period.spanning(begin, end)));
        }
        return List.copyOf(kept);
    }

    private static Optional<StandingPeriod> covering(List<StandingPeriod> periods, Instant moment) {
        return periods.stream()
                .filter(period ->
                        !period.standing.from().isAfter(moment)
                                && period.standing.to().map(moment::isBefore).orElse(true))
                .findFirst();
    }

    private boolean vouchesAt(Instant moment) {
        return vouchedFrom.map(from -> !from.isAfter(moment)).orElse(true);
    }

    /** The same of what is settled; the rest as another period says it. */
    private StandingPeriod over(StandingPeriod other) {
        Standing rest = other.standing();
        boolean placed = settled.contains("position");
        return saying(
                settled.contains("name") ? standing.name() : rest.name(),
                settled.contains("role") ? standing.role() : rest.role(),
                settled.contains("tier") ? standing.tier() : rest.tier(),
                placed ? standing.longitude_deg() : rest.longitude_deg(),
                placed ? standing.latitude_deg() : rest.latitude_deg());
    }

    private static void addOrLengthen(List<StandingPeriod> periods, StandingPeriod next) {
        if (!periods.isEmpty()) {
            StandingPeriod last = periods.getLast();
            boolean joins = last.standing().to().equals(Optional.of(next.standing().from()));
            StandingPeriod longer = last.spanning(last.standing().from(), next.standing().to());
            if (joins && longer.equals(next.beginning(last.standing().from()))) {
                periods.set(periods.size() - 1, longer);
                return;
            }
        }
        periods.add(next);
    }

    /** Since when it holds once hours from an earlier moment on are known. */
    Instant reachesBack(Instant earlier) {
        if (settledFrom.map(since -> since.isBefore(earlier)).orElse(true)) {
            return earlier;
        }
        Instant since = settledFrom.orElseThrow();
        return since.isBefore(standing.from()) ? since : standing.from();
    }

    /** A station that moved is for what it was for, and keeps what an office said of it. */
    StandingPeriod inheriting(StandingPeriod before) {
        return new StandingPeriod(
                saying(
                                before.settled.contains("name")
                                        ? before.standing.name()
                                        : standing.name(),
                                before.standing.role(),
                                before.standing.tier(),
                                standing.longitude_deg(),
                                standing.latitude_deg())
                        .standing,
                before.settled,
                source,
                before.settledFrom,
                before.vouchedFrom,
                before.act);
    }

    /** The same, ended. */
    StandingPeriod until(Instant to) {
        return spanning(standing.from(), Optional.of(to));
    }

    /** The same, begun at another moment. */
    StandingPeriod beginning(Instant from) {
        return spanning(from, standing.to());
    }

    private StandingPeriod spanning(Instant from, Optional<Instant> to) {
        return new StandingPeriod(
                new Standing(
                        standing.station(),
                        standing.code(),
                        standing.name(),
                        standing.jurisdiction(),
                        standing.network(),
                        standing.role(),
                        standing.tier(),
                        standing.longitude_deg(),
                        standing.latitude_deg(),
                        from,
                        to),
                settled,
                source,
                settledFrom,
                vouchedFrom,
                act);
    }

    private StandingPeriod saying(
            String name, StationRole role, String tier, double longitude_deg, double latitude_deg) {
        return new StandingPeriod(
                new Standing(
                        standing.station(),
                        standing.code(),
                        name,
                        standing.jurisdiction(),
                        standing.network(),
                        role,
                        tier,
                        longitude_deg,
                        latitude_deg,
                        standing.from(),
                        standing.to()),
                settled,
                source,
                settledFrom,
                vouchedFrom,
                act);
    }

    private StandingPeriod saying(StandingCorrection said, Instant from) {
        Set<String> words = new TreeSet<>(settled);
        said.name().ifPresent(any -> words.add("name"));
        said.role().ifPresent(any -> words.add("role"));
        said.tier().ifPresent(any -> words.add("tier"));
        said.position().ifPresent(any -> words.add("position"));
        StandingPeriod whole =
                beginning(from)
                        .saying(
                                said.name().orElse(standing.name()),
                                said.role().orElse(standing.role()),
                                said.tier().orElse(standing.tier()),
                                said.position()
                                        .map(StandingCorrection.Position::longitude_deg)
                                        .orElse(standing.longitude_deg()),
                                said.position()
                                        .map(StandingCorrection.Position::latitude_deg)
                                        .orElse(standing.latitude_deg()));
        return new StandingPeriod(whole.standing, words, source, settledFrom, vouchedFrom, act);
    }

    /** Whether both say the same, whenever they begin and whoever said it. */
    private boolean sameAs(StandingPeriod other) {
        Map<String, Object> here = written();
        Map<String, Object> there = other.written();
        for (String key : List.of("from", "settled")) {
            here.remove(key);
            there.remove(key);
        }
        return here.equals(there);
    }

    /** As the register of acts keeps it. */
    Map<String, Object> written() {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("from", standing.from().toString());
        standing.to().ifPresent(to -> written.put("to", to.toString()));
        written.put("name", standing.name());
        written.put("role", standing.role().code());
        written.put("tier", standing.tier());
        written.put("longitude_deg", standing.longitude_deg());
        written.put("latitude_deg", standing.latitude_deg());
        written.put("settled", List.copyOf(new TreeSet<>(settled)));
        return written;
    }

    OffsetDateTime from() {
        return standing.from().atOffset(ZoneOffset.UTC);
    }
}
