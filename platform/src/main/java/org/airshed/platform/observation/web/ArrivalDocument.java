package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.ArrivalTable;
import org.airshed.platform.observation.DataArrival;
import org.airshed.platform.observation.DataArrival.DayCount;
import org.airshed.platform.observation.Held;
import org.airshed.platform.observation.Origin;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.server.BilingualText;
import org.jspecify.annotations.Nullable;

@Schema(name = "Arrival", description = "What has arrived, what is missing and how late")
record ArrivalDocument(
        @Schema(description = "The local days", requiredMode = RequiredMode.REQUIRED)
                List<LocalDate> days,
        @Schema(
                        description = "The zone of the days",
                        example = "Asia/Shanghai",
                        requiredMode = RequiredMode.REQUIRED)
                String zone,
        @Schema(
                        description = "The first and the last local day held",
                        requiredMode = RequiredMode.REQUIRED)
                List<LocalDate> held,
        @Schema(description = "Where the readings come from", requiredMode = RequiredMode.REQUIRED)
                Source source,
        @Schema(
                        description =
                                "Between which hours each network is held, as far as you see it",
                        requiredMode = RequiredMode.REQUIRED)
                List<NetworkHours> networks,
        @Schema(description = "Station-hours of all places", requiredMode = RequiredMode.REQUIRED)
                Coverage coverage,
        @Schema(
                        description = "Cities by code, or the stations of a city by code",
                        requiredMode = RequiredMode.REQUIRED)
                List<Place> places) {

    @Schema(name = "ArrivalSource", description = "Where readings come from")
    record Source(
            @Schema(
                            description = "The word for it",
                            example = "cnemc",
                            requiredMode = RequiredMode.REQUIRED)
                    String code,
            @Schema(description = "What it is called", requiredMode = RequiredMode.REQUIRED)
                    BilingualText label,
            @Schema(
                            description = "Computed rather than measured",
                            requiredMode = RequiredMode.REQUIRED)
                    boolean synthetic) {
        static Source of(Origin origin) {
            return new Source(
                    origin.code(), new BilingualText(origin.zh(), origin.en()), origin.synthetic());
        }
    }

    @Schema(name = "ArrivalNetwork", description = "Between which hours a network is held")
    record NetworkHours(
            @Schema(
                            description = "The network",
                            example = "cnemc",
                            requiredMode = RequiredMode.REQUIRED)
                    String network,
            @Schema(
                            description = "The end of the first hour, UTC",
                            requiredMode = RequiredMode.REQUIRED)
                    Instant firstHour,
            @Schema(
                            description = "The end of the last hour, UTC",
                            requiredMode = RequiredMode.REQUIRED)
                    Instant lastHour) {}

    @Schema(
            name = "ArrivalCoverage",
            description =
                    "Station-hours: expected is every hour of a station's standing between the first and"
                            + " the last hour its network is held for")
    record Coverage(
            @Schema(description = "Expected", requiredMode = RequiredMode.REQUIRED) int expected,
            @Schema(
                            description = "Of them with at least one value",
                            requiredMode = RequiredMode.REQUIRED)
                    int observed,
            @Schema(description = "The share, cut to one decimal; none where nothing is expected")
                    @Nullable BigDecimal percent) {
        static Coverage of(int expected, int observed) {
            return new Coverage(expected, observed, percent(expected, observed));
        }

        /** Cut, not rounded: 100 is said of nothing that lacks an hour. */
        static @Nullable BigDecimal percent(int expected, int observed) {
            return expected == 0
                    ? null
                    : BigDecimal.valueOf(100L * observed)
                            .divide(BigDecimal.valueOf(expected), 1, RoundingMode.DOWN);
        }
    }

    @Schema(name = "ArrivalPlace", description = "A city or a station")
    record Place(
            @Schema(
                            description = "The city's code",
                            example = "130600",
                            requiredMode = RequiredMode.REQUIRED)
                    String jurisdiction,
            @Schema(description = "The station's code; none for a city", example = "1051A")
                    @Nullable String station,
            @Schema(description = "What it is called", requiredMode = RequiredMode.REQUIRED)
                    BilingualText name,
            @Schema(description = "The station's network; none for a city", example = "cnemc")
                    @Nullable String network,
            @Schema(
                            description = "How many stations were expected",
                            requiredMode = RequiredMode.REQUIRED)
                    int stations,
            @Schema(
                            description = "Hours with at least one value",
                            requiredMode = RequiredMode.REQUIRED)
                    Coverage coverage,
            @Schema(
                            description = "Hours with a value of each pollutant",
                            requiredMode = RequiredMode.REQUIRED)
                    Map<String, Integer> values,
            @Schema(description = "The last hour of the days a value came of, its end in UTC")
                    @Nullable Instant lastHour,
            @Schema(
                            description =
                                    "Seconds from the end of an hour to the first reception: the median;"
                                            + " none where nothing came")
                    @Nullable Long delayMedianSeconds,
            @Schema(description = "The same, not exceeded by nineteen in twenty")
                    @Nullable Long delay95Seconds,
            @Schema(
                            description = "Station-hours expected day by day",
                            requiredMode = RequiredMode.REQUIRED)
                    List<Integer> expected,
            @Schema(
                            description = "Of them with at least one value",
                            requiredMode = RequiredMode.REQUIRED)
                    List<Integer> received,
            @Schema(
                            description = "Of them with a value of each pollutant",
                            requiredMode = RequiredMode.REQUIRED)
                    Map<String, List<Integer>> receivedValues,
            @Schema(
                            description = "The latest fifty gaps of a station, the latest first",
                            requiredMode = RequiredMode.REQUIRED)
                    List<Gap> gaps) {

        static Place of(ArrivalTable.Place place, BilingualText name) {
            Map<String, Integer> values = new LinkedHashMap<>();
            Map<String, List<Integer>> byDay = new LinkedHashMap<>();
            for (int at = 0; at < Readings.POLLUTANTS.size(); at++) {
                Pollutant pollutant = Readings.POLLUTANTS.get(at);
                int column = at;
                values.put(pollutant.code(), place.values(at));
                byDay.put(
                        pollutant.code(),
                        place.days().stream().map(day -> day.values().get(column)).toList());
            }
            return new Place(
                    place.jurisdiction().value(),
                    place.station().map(Standing::code).orElse(null),
                    name,
                    place.station().map(Standing::network).orElse(null),
                    place.stations(),
                    Coverage.of(place.expected(), place.received()),
                    values,
                    place.lastHour().orElse(null),
                    place.delay().map(DataArrival.Delay::median_s).orElse(null),
                    place.delay().map(DataArrival.Delay::percentile95_s).orElse(null),
                    place.days().stream().map(DayCount::expected).toList(),
                    place.days().stream().map(DayCount::received).toList(),
                    byDay,
                    place.gaps().stream().map(Gap::of).toList());
        }
    }

    @Schema(name = "ArrivalGap", description = "Hours expected of which no value came")
    record Gap(
            @Schema(
                            description = "The end of the first hour, UTC",
                            requiredMode = RequiredMode.REQUIRED)
                    Instant firstHour,
            @Schema(
                            description = "The end of the last hour, UTC",
                            requiredMode = RequiredMode.REQUIRED)
                    Instant lastHour,
            @Schema(description = "How many hours", requiredMode = RequiredMode.REQUIRED)
                    int hours) {
        static Gap of(DataArrival.Gap gap) {
            return new Gap(gap.firstHour(), gap.lastHour(), gap.hours());
        }
    }

    static ArrivalDocument of(ArrivalTable table, Held held, List<Place> places) {
        int expected = table.places().stream().mapToInt(ArrivalTable.Place::expected).sum();
        int received = table.places().stream().mapToInt(ArrivalTable.Place::received).sum();
        return new ArrivalDocument(
                table.first().datesUntil(table.last().plusDays(1)).toList(),
                held.zone().getId(),
                List.of(day(held, held.firstHour()), day(held, held.lastHour())),
                Source.of(held.origin()),
                table.networks().stream()
                        .map(one ->
                                new NetworkHours(one.network(), one.firstHour(), one.lastHour()))
                        .toList(),
                Coverage.of(expected, received),
                places);
    }

    /** The local day an hour belongs to: the one it begins in. */
    static LocalDate day(Held held, Instant hourEnd) {
        return hourEnd.minusSeconds(3600).atZone(held.zone()).toLocalDate();
    }
}
