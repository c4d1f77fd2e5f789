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
import org.airshed.platform.observation.Standing;
import org.airshed.platform.observation.StandingCorrection;

/**
 * A period of a station's life as the table has it.
 *
 * @param standing what it was
 * @param settled what of it an office settled: name, role, tier, position
 */
record StandingPeriod(Standing standing, Set<String> settled) {
    StandingPeriod {
        settled = Set.copyOf(settled);
    }

    static StandingPeriod of(ResultSet row, int at) throws SQLException {
        return new StandingPeriod(
                SqlObservations.standing(row, at),
                Set.of((String[]) row.getArray("settled").getArray()));
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

    /** The same, ended. */
    StandingPeriod until(Instant to) {
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
                        standing.from(),
                        Optional.of(to)),
                settled);
    }

    private StandingPeriod saying(StandingCorrection said, Instant from) {
        Set<String> words = new TreeSet<>(settled);
        said.name().ifPresent(any -> words.add("name"));
        said.role().ifPresent(any -> words.add("role"));
        said.tier().ifPresent(any -> words.add("tier"));
        said.position().ifPresent(any -> words.add("position"));
        return new StandingPeriod(
                new Standing(
                        standing.station(),
                        standing.code(),
                        said.name().orElse(standing.name()),
                        standing.jurisdiction(),
                        standing.network(),
                        said.role().orElse(standing.role()),
                        said.tier().orElse(standing.tier()),
                        said.position()
                                .map(StandingCorrection.Position::longitude_deg)
                                .orElse(standing.longitude_deg()),
                        said.position()
                                .map(StandingCorrection.Position::latitude_deg)
                                .orElse(standing.latitude_deg()),
                        from,
                        standing.to()),
                words);
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
