package org.airshed.platform.evaluation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.airshed.platform.evaluation.DailyAir;
import org.airshed.platform.evaluation.web.StatisticsDocuments.StationDaysDocument;
import org.airshed.platform.observation.Held;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.observation.Stations;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A station's days, as those of a city. */
@RestController
@Tag(name = "evaluation")
final class StationDayRoutes {
    private final Stations stations;
    private final DailyAir days;
    private final AskedDays asked;
    private final AirWords words;

    StationDayRoutes(Stations stations, DailyAir days, AskedDays asked, AirWords words) {
        this.stations = stations;
        this.days = days;
        this.asked = asked;
        this.words = words;
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping("/api/v1/air/stations/{code}/days")
    @Operation(
            operationId = "airDaysOfStation",
            summary =
                    "A station day by day: daily AQI, individual indices and hours behind them; at"
                            + " most 366 days, usually all held of the last 366")
    StationDaysDocument daysOfStation(
            Sight sight,
            @Parameter(description = "The station's code", example = "1051A") @PathVariable
                    String code,
            @Parameter(description = "The first day", example = "2026-03-01")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "The last day", example = "2026-03-31")
                    @RequestParam(required = false)
                    @Nullable String to) {
        Held held = asked.held(sight);
        DailyAir.Span span = asked.days(sight, from, to);
        Standing station = station(sight, code);
        ZoneId zone = held.zone();
        return new StationDaysDocument(
                station.code(),
                station.name(),
                station.jurisdiction().value(),
                words.name(station.jurisdiction()),
                station.role().code(),
                words.origin(held.origin()),
                zone.getId(),
                days.stationDays(station.jurisdiction(), span.first(), span.last()).stream()
                        .filter(day -> day.station().equals(code))
                        .map(day -> StatisticsWords.day(day, zone))
                        .toList());
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping(value = "/api/v1/air/stations/{code}/days.csv", produces = "text/csv")
    @Operation(operationId = "airDaysOfStationCsv", summary = "A station day by day, as CSV")
    ResponseEntity<String> daysOfStationCsv(
            Sight sight,
            @Parameter(description = "The station's code", example = "1051A") @PathVariable
                    String code,
            @Parameter(description = "The first day", example = "2026-03-01")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "The last day", example = "2026-03-31")
                    @RequestParam(required = false)
                    @Nullable String to) {
        StationDaysDocument found = daysOfStation(sight, code, from, to);
        return AskedDays.csv(
                asked.held(sight), "station-days-" + found.station(), StatisticsCsv.days(found));
    }

    /** As it stood last. */
    private Standing station(Sight sight, String code) {
        List<Standing> periods =
                stations.standings(code).stream()
                        .filter(period -> sight.covers(period.jurisdiction()))
                        .toList();
        if (periods.isEmpty()) {
            throw Refusal.notFound("evaluation.station-unknown", Map.of("station", code));
        }
        return periods.getLast();
    }
}
