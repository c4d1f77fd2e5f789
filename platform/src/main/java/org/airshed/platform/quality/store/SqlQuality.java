package org.airshed.platform.quality.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.airshed.engine.screening.ScreeningRules;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.ReadingsChanged;
import org.airshed.platform.observation.Station;
import org.airshed.platform.quality.FlaggedValue;
import org.airshed.platform.quality.Quality;
import org.airshed.platform.quality.ReadingsScreened;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.ServiceSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;

/** Screens what changed, with the hours around it that its flags depend on, and keeps the flags. */
@Repository
class SqlQuality implements Quality {
    private static final ScreeningRules RULES = ScreeningRules.named("house-2026");

    /** So far a value reaches into the flags of others, in whole days. */
    private static final int REACH_DAYS = Math.ceilDiv(RULES.contextHours(), 24);

    private final Observations observations;
    private final FlagBook flags;
    private final ZoneId zone;
    private final ApplicationEventPublisher news;

    SqlQuality(
            Observations observations,
            FlagBook flags,
            ServiceSettings service,
            ApplicationEventPublisher news) {
        this.observations = observations;
        this.flags = flags;
        this.zone = service.zone();
        this.news = news;
    }

    @EventListener
    void screen(ReadingsChanged change) {
        LocalDate firstDay = change.firstDay().minusDays(REACH_DAYS);
        LocalDate lastDay = change.lastDay().plusDays(REACH_DAYS);
        Readings readings =
                observations.readings(
                        Set.of(change.jurisdiction()),
                        firstHour(firstDay.minusDays(REACH_DAYS)),
                        lastHour(lastDay.plusDays(REACH_DAYS)));
        Instant first = firstHour(firstDay);
        Instant last = lastHour(lastDay);
        Screened screened = Screened.of(readings, RULES, first, last);
        flags.settle(
                new FlagBook.Window(change.jurisdiction(), first, last),
                screened.notGood(),
                RULES.name(),
                change.batch());
        news.publishEvent(
                new ReadingsScreened(change.jurisdiction(), screened.usable(), firstDay, lastDay));
    }

    @Override
    public Page<FlaggedValue> flags(Optional<String> station, Paging paging) {
        return flags.list(station, paging);
    }

    @Override
    public List<FlaggedValue> flagged(
            Set<JurisdictionCode> jurisdictions, Instant first, Instant last) {
        return flags.notGood(jurisdictions, first, last);
    }

    private Instant firstHour(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().plusSeconds(3600);
    }

    private Instant lastHour(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    @Override
    public Readings usable(Readings readings) {
        Set<JurisdictionCode> jurisdictions =
                readings.stations().stream()
                        .map(Station::jurisdiction)
                        .collect(Collectors.toUnmodifiableSet());
        List<Screened.Value> unusable =
                flags.unusable(jurisdictions, readings.firstHour(), readings.lastHour());
        if (unusable.isEmpty()) {
            return readings;
        }
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < readings.stations().size(); place++) {
            places.put(readings.stations().get(place).number(), place);
        }
        var filling = new Readings.Filling(readings);
        for (Screened.Value value : unusable) {
            Integer place = places.get(value.station());
            if (place != null) {
                filling.clear(
                        value.pollutant(), readings.findHour(value.hourEnd()).orElseThrow(), place);
            }
        }
        return filling.readings();
    }
}
