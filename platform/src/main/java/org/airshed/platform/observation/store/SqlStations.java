package org.airshed.platform.observation.store;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airshed.platform.notary.ActDraft;
import org.airshed.platform.notary.Notary;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.observation.StandingCorrection;
import org.airshed.platform.observation.StandingsChanged;
import org.airshed.platform.observation.Stations;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.ServiceSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stations in their table; each correction is an act in the same transaction. */
@Repository
class SqlStations implements Stations {
    private final JdbcClient jdbc;
    private final StandingBook standings;
    private final ImportBook book;
    private final Changes changes;
    private final Notary notary;
    private final ServiceSettings service;
    private final ApplicationEventPublisher news;

    SqlStations(
            JdbcClient jdbc,
            StandingBook standings,
            ImportBook book,
            Changes changes,
            Notary notary,
            ServiceSettings service,
            ApplicationEventPublisher news) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.book = book;
        this.changes = changes;
        this.notary = notary;
        this.service = service;
        this.news = news;
    }

    @Override
    public List<Standing> standings(String code) {
        return periods(code).stream().map(StandingPeriod::standing).toList();
    }

    @Override
    @Transactional
    public List<Standing> correct(Authority authority, String code, StandingCorrection correction) {
        book.lock(); // an import would enter periods of its own beside these
        changes.requireZone(service.zone());
        List<StandingPeriod> before = periods(code);
        if (before.isEmpty()) {
            throw Refusal.notFound("observation.station-unknown", Map.of("value", code));
        }
        Standing last = before.getLast().standing();
        authority.mandate(last.jurisdiction());
        Instant from = correction.from().atStartOfDay(service.zone()).toInstant();
        if (last.to().map(end -> !from.isBefore(end)).orElse(false)) {
            throw Refusal.conflict(
                    "observation.station-ended",
                    Map.of("value", code, "day", correction.from().toString()));
        }
        List<StandingPeriod> after = StandingPeriod.corrected(before, correction, from);
        if (after.equals(before)) {
            throw Refusal.conflict("observation.standing-unchanged", Map.of("value", code));
        }
        UUID act =
                notary.record(
                        ActDraft.over(
                                authority,
                                last.jurisdiction(),
                                "observation.station/" + code,
                                "observation.act.standing-corrected",
                                Map.of("station", code, "day", correction.from().toString()),
                                Map.of(
                                        "source", correction.source(),
                                        "before", written(before),
                                        "after", written(after))));
        Instant known = before.getFirst().standing().from();
        write(before, after, correction, new Word(act, from.isBefore(known) ? known : from));
        changes.count();
        if (!roles(before).equals(roles(after))) {
            news.publishEvent(new StandingsChanged(last.jurisdiction(), correction.from()));
        }
        return standings(code);
    }

    /** The act by which an office settles something, and from when on it spoke of the station. */
    private record Word(UUID act, Instant vouchedFrom) {}

    private List<StandingPeriod> periods(String code) {
        return standings.periods(List.of(code)).getOrDefault(code, List.of());
    }

    private void write(
            List<StandingPeriod> before,
            List<StandingPeriod> after,
            StandingCorrection correction,
            Word word) {
        Map<Instant, StandingPeriod> known =
                before.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        period -> period.standing().from(), period -> period));
        for (StandingPeriod period : after) {
            StandingPeriod was = known.get(period.standing().from());
            Optional<Instant> to = period.standing().to();
            if (was == null) {
                insert(period, correction, word);
            } else if (to.isPresent() && was.until(to.get()).equals(period)) {
                end(period, to.get());
            } else if (!was.equals(period)) {
                say(period, correction, word);
            }
        }
    }

    /** The period that was divided ends earlier and says what it said. */
    private void end(StandingPeriod period, Instant to) {
        jdbc.sql(
                        """
                        update observation.station_standing set valid_to = :to
                        where station = :station and valid_from = :from
                        """)
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("station", period.standing().station())
                .param("from", period.from())
                .update();
    }

    private void say(StandingPeriod period, StandingCorrection correction, Word word) {
        jdbc.sql(
                        """
                        update observation.station_standing set name = :name, role = :role, tier = :tier,
                            longitude_deg = :longitude, latitude_deg = :latitude, source = :source,
                            settled = :settled, settled_from = greatest(settled_from, :since), act = :act,
                            vouched_from = :vouched
                        where station = :station and valid_from = :from
                        """)
                .params(parameters(period, correction, word))
                .update();
    }

    private void insert(StandingPeriod period, StandingCorrection correction, Word word) {
        jdbc.sql(
                        """
                        insert into observation.station_standing (station, jurisdiction, valid_from, valid_to, name,
                            role, tier, longitude_deg, latitude_deg, source, settled, settled_from, act, vouched_from)
                        values (:station, :place, :from, :to, :name, :role, :tier, :longitude, :latitude, :source,
                            :settled, :since, :act, :vouched)
                        """)
                .params(parameters(period, correction, word))
                .param("place", period.standing().jurisdiction().value())
                .param(
                        "to",
                        period.standing().to().map(to -> to.atOffset(ZoneOffset.UTC)).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private Map<String, Object> parameters(
            StandingPeriod period, StandingCorrection correction, Word word) {
        UUID act = word.act();
        Standing standing = period.standing();
        Instant vouched =
                period.vouchedFrom().filter(word.vouchedFrom()::isAfter).orElse(word.vouchedFrom());
        return Map.ofEntries(
                Map.entry("station", standing.station()),
                Map.entry("from", period.from()),
                Map.entry("name", standing.name()),
                Map.entry("role", standing.role().code()),
                Map.entry("tier", standing.tier()),
                Map.entry("longitude", standing.longitude_deg()),
                Map.entry("latitude", standing.latitude_deg()),
                Map.entry("source", correction.source()),
                Map.entry("settled", new TreeSet<>(period.settled()).toArray(String[]::new)),
                Map.entry(
                        "since", correction.from().atStartOfDay(service.zone()).toOffsetDateTime()),
                Map.entry("act", act),
                Map.entry("vouched", vouched.atOffset(ZoneOffset.UTC)));
    }

    private static List<Map<String, Object>> written(List<StandingPeriod> periods) {
        return periods.stream().map(StandingPeriod::written).toList();
    }

    /** What the station was for, change by change. */
    private static List<String> roles(List<StandingPeriod> periods) {
        List<String> roles = new ArrayList<>();
        for (StandingPeriod period : periods) {
            String role = period.standing().role().code();
            if (roles.isEmpty() || !roles.getLast().endsWith(" " + role)) {
                roles.add(period.standing().from() + " " + role);
            }
        }
        return roles;
    }
}
