package org.airshed.platform.sharing.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.airshed.platform.observation.Held;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.region.Jurisdiction;
import org.airshed.platform.region.Jurisdictions;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.ServiceSettings;
import org.airshed.platform.sharing.ExportQuery;
import org.springframework.stereotype.Component;

/** Finds out what of a query is open to the viewer of this thread. */
@Component
class Choosing {
    private final Observations observations;
    private final Jurisdictions jurisdictions;
    private final ServiceSettings service;
    private final Clock clock = Clock.systemUTC();

    Choosing(Observations observations, Jurisdictions jurisdictions, ServiceSettings service) {
        this.observations = observations;
        this.jurisdictions = jurisdictions;
        this.service = service;
    }

    /**
     * What is open of it now; what was named and is not open is left out.
     *
     * @throws Refusal when nothing is left: none of it is open, or nothing of it is held
     */
    Selection require(ExportQuery query, Sight sight) {
        Set<JurisdictionCode> open = open(query, sight);
        if (open.isEmpty()) {
            throw Refusal.forbidden(
                    "sharing.nothing-open", Map.of("dataset", query.of().dataset().code()));
        }
        Selection selection = choose(query, sight);
        if (selection.cities().isEmpty()) {
            Optional<Held> held = observations.findHeld(open);
            throw Refusal.badInput(
                    "sharing.nothing-held",
                    Map.of(
                            "from", query.first().toString(),
                            "to", query.last().toString(),
                            "first", held.map(Held::firstHour).map(this::day).orElse("–"),
                            "last", held.map(Held::lastHour).map(this::day).orElse("–")));
        }
        return selection;
    }

    private Selection choose(ExportQuery query, Sight sight) {
        Set<JurisdictionCode> open = open(query, sight);
        Set<JurisdictionCode> leftOut = new HashSet<>(query.cities());
        leftOut.removeAll(open);
        Map<JurisdictionCode, List<Standing>> standings = new TreeMap<>();
        for (Standing standing : observations.standings(open)) {
            if (query.stations().isEmpty() || query.stations().contains(standing.code())) {
                standings
                        .computeIfAbsent(standing.jurisdiction(), any -> new ArrayList<>())
                        .add(standing);
            }
        }
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        List<Selection.City> cities = new ArrayList<>();
        for (var city : standings.entrySet()) {
            Optional<Held> held = observations.findHeld(Set.of(city.getKey()));
            if (held.isEmpty()) {
                continue;
            }
            LocalDate from = dayOf(held.get().firstHour());
            LocalDate to = dayOf(held.get().lastHour());
            if (from.isAfter(query.last()) || to.isBefore(query.first())) {
                continue;
            }
            first = from.isBefore(first) ? from : first;
            last = to.isAfter(last) ? to : last;
            cities.add(
                    new Selection.City(
                            city.getKey(), name(city.getKey()), held.get(), city.getValue()));
        }
        return new Selection(
                service.zone(),
                first.isBefore(query.first()) ? query.first() : first,
                last.isAfter(query.last()) ? query.last() : last,
                cities,
                leftOut);
    }

    /**
     * Refuses a query that names a city or a station that is not open to the viewer.
     *
     * @throws Refusal naming it
     */
    void requireNamesOpen(ExportQuery query, Sight sight) {
        Set<JurisdictionCode> cities = new HashSet<>();
        Set<String> stations = new HashSet<>();
        for (Standing standing : observations.standings(open(query, sight))) {
            cities.add(standing.jurisdiction());
            stations.add(standing.code());
        }
        for (JurisdictionCode city : query.cities()) {
            if (!cities.contains(city)) {
                throw Refusal.badInput(
                        "sharing.city-unknown",
                        Map.of("value", city.value(), "dataset", query.of().dataset().code()));
            }
        }
        for (String station : query.stations()) {
            if (!stations.contains(station)) {
                throw Refusal.badInput("sharing.station-unknown", Map.of("value", station));
            }
        }
    }

    private static Set<JurisdictionCode> open(ExportQuery query, Sight sight) {
        Set<JurisdictionCode> open = new HashSet<>(sight.jurisdictions());
        if (!query.cities().isEmpty()) {
            open.retainAll(query.cities());
        }
        return open;
    }

    private String day(Instant hourEnd) {
        return dayOf(hourEnd).toString();
    }

    /** The day an hour belongs to: the one that ends at midnight to the day before. */
    private LocalDate dayOf(Instant hourEnd) {
        return LocalDate.ofInstant(hourEnd.minusSeconds(1), service.zone());
    }

    private BilingualText name(JurisdictionCode city) {
        return jurisdictions
                .findJurisdiction(city, clock.instant())
                .map(Jurisdiction::name)
                .orElseGet(() -> new BilingualText(city.value(), city.value()));
    }
}
