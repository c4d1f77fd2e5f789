package org.airshed.platform.sharing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airshed.documents.table.TableFormat;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.sharing.ExportQuery;
import org.airshed.platform.sharing.ExportedTable;
import org.jspecify.annotations.Nullable;

/** What somebody wants as a file, as sent. */
@Schema(name = "ExportRequest", description = "What somebody wants as a file.")
record ExportRequest(
        @Schema(
                        description =
                                "readings, station-days, city-days, station-statistics or city-statistics",
                        example = "readings")
                @NotNull
                String of,
        @Schema(description = "csv, geojson, parquet or xlsx", example = "csv") @NotNull
                String format,
        @Schema(
                        description =
                                "Only of these cities; absent or empty: all that are open to you",
                        example = "[\"130600\"]")
                @Size(max = 1000)
                @Nullable List<@NotNull String> cities,
        @Schema(
                        description = "Only of these stations; absent or empty: all",
                        example = "[\"1051A\"]")
                @Size(max = 5000)
                @Nullable List<@NotNull String> stations,
        @Schema(
                        description = "Columns of values; absent or empty: all six",
                        example = "[\"pm2_5\", \"o3\"]")
                @Size(max = 10)
                @Nullable List<@NotNull String> pollutants,
        @Schema(
                        description =
                                "The period: 2026, 2026-Q1, 2026-03, 2026-W11, 2026-03-05 or"
                                        + " 2026-03-05/2026-03-20; or say from and to",
                        example = "2026-03")
                @Size(max = 24)
                @Nullable String period,
        @Schema(
                        description =
                                "The first day, in the service's zone; needed without a period",
                        example = "2026-03-01")
                @Nullable LocalDate from,
        @Schema(description = "The last day; needed without a period", example = "2026-03-12")
                @Nullable LocalDate to,
        @Schema(description = "Whether the flag of each hourly value stands beside it; usually yes")
                @Nullable Boolean flags) {

    /**
     * The query, once every word in it is known.
     *
     * @throws Refusal naming the word that is not
     */
    ExportQuery query() {
        Days asked = days();
        return new ExportQuery(
                ExportedTable.find(of)
                        .orElseThrow(() ->
                                Refusal.badInput("sharing.table-unknown", Map.of("value", of))),
                TableFormat.find(format)
                        .orElseThrow(() ->
                                Refusal.badInput(
                                        "sharing.format-unknown", Map.of("value", format))),
                cityCodes(),
                stations == null ? Set.of() : Set.copyOf(stations),
                columns(),
                asked.first(),
                asked.last(),
                flags == null || flags);
    }

    /** The days asked for, as first and last day. */
    private record Days(LocalDate first, LocalDate last) {}

    private Days days() {
        if (period != null && !period.isBlank() && from == null && to == null) {
            return Period.find(period)
                    .map(found -> new Days(found.first(), found.last()))
                    .orElseThrow(() ->
                            Refusal.badInput("sharing.period-unreadable", Map.of("value", period)));
        }
        if (from == null || to == null || period != null) {
            throw Refusal.badInput(
                    "sharing.days-unclear",
                    Map.of(
                            "period", String.valueOf(period),
                            "from", String.valueOf(from),
                            "to", String.valueOf(to)));
        }
        if (from.isAfter(to)) {
            throw Refusal.badInput(
                    "sharing.period-reversed",
                    Map.of("from", from.toString(), "to", to.toString()));
        }
        return new Days(from, to);
    }

    private Set<JurisdictionCode> cityCodes() {
        Set<JurisdictionCode> codes = new HashSet<>();
        for (String city : cities == null ? List.<String>of() : cities) {
            try {
                codes.add(new JurisdictionCode(city));
            } catch (IllegalArgumentException misshapen) {
                throw Refusal.badInput("sharing.city-misshapen", Map.of("value", city));
            }
        }
        return codes;
    }

    private List<Pollutant> columns() {
        if (pollutants == null || pollutants.isEmpty()) {
            return Readings.POLLUTANTS;
        }
        for (String pollutant : pollutants) {
            if (Readings.POLLUTANTS.stream().noneMatch(one -> one.code().equals(pollutant))) {
                throw Refusal.badInput("sharing.pollutant-unknown", Map.of("value", pollutant));
            }
        }
        return Readings.POLLUTANTS.stream().filter(one -> pollutants.contains(one.code())).toList();
    }
}
