package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.platform.observation.Hour;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.observation.Standing;
import org.jspecify.annotations.Nullable;

@Schema(name = "Station", description = "A station as it stood last")
record StationDocument(
        @Schema(
                        description = "The network's code",
                        example = "1051A",
                        requiredMode = RequiredMode.REQUIRED)
                String code,
        @Schema(
                        description = "Its name as the network writes it",
                        requiredMode = RequiredMode.REQUIRED)
                String name,
        @Schema(
                        description = "The city's code",
                        example = "130600",
                        requiredMode = RequiredMode.REQUIRED)
                String jurisdiction,
        @Schema(
                        description = "The network it belongs to",
                        example = "cnemc",
                        requiredMode = RequiredMode.REQUIRED)
                String network,
        @Schema(
                        description =
                                "evaluation, clean-reference, background, regional-transport, roadside or"
                                        + " superstation; only evaluation points make a city's value",
                        example = "evaluation",
                        requiredMode = RequiredMode.REQUIRED)
                String role,
        @Schema(description = "national, provincial or city", requiredMode = RequiredMode.REQUIRED)
                String tier,
        @Schema(
                        description = "Degrees east and north, WGS 84",
                        requiredMode = RequiredMode.REQUIRED)
                List<Double> position,
        @Schema(description = "Since when it stands so", requiredMode = RequiredMode.REQUIRED)
                Instant from,
        @Schema(description = "Until when; none while it goes on") @Nullable Instant to) {

    static StationDocument of(Standing standing) {
        return new StationDocument(
                standing.code(),
                standing.name(),
                standing.jurisdiction().value(),
                standing.network(),
                standing.role().code(),
                standing.tier(),
                List.of(standing.longitude_deg(), standing.latitude_deg()),
                standing.from(),
                standing.to().orElse(null));
    }

    @Schema(name = "Reading", description = "What a station read in an hour, as it stands")
    record Read(
            @Schema(description = "The end of the hour, UTC", requiredMode = RequiredMode.REQUIRED)
                    Instant hourEnd,
            @Schema(
                            description = "The same in the service's zone",
                            example = "2026-03-12T20:00:00+08:00",
                            requiredMode = RequiredMode.REQUIRED)
                    String hourEndLocal,
            @Schema(
                            description = "µg/m³, CO in mg/m³; none where nothing was observed",
                            requiredMode = RequiredMode.REQUIRED)
                    Map<String, @Nullable BigDecimal> values,
            @Schema(
                            description =
                                    "0 as received, else the number of the revision that stands",
                            requiredMode = RequiredMode.REQUIRED)
                    int revision,
            @Schema(
                            description = "When it was first received",
                            requiredMode = RequiredMode.REQUIRED)
                    Instant receivedAt,
            @Schema(
                            description = "The import that brought it",
                            requiredMode = RequiredMode.REQUIRED)
                    int batch,
            @Schema(description = "What was received first, where a revision stands")
                    @Nullable Map<String, @Nullable BigDecimal> received) {

        static final DateTimeFormatter LOCAL =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

        static Read of(Hour hour, ZoneId zone) {
            return new Read(
                    hour.hourEnd(),
                    LOCAL.format(hour.hourEnd().atZone(zone)),
                    values(hour.values_thousandths()),
                    hour.revision(),
                    hour.receivedAt(),
                    hour.batch(),
                    hour.received().map(Read::values).orElse(null));
        }

        private static Map<String, @Nullable BigDecimal> values(List<Integer> thousandths) {
            Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
            for (int column = 0; column < thousandths.size(); column++) {
                int value = thousandths.get(column);
                values.put(
                        Readings.POLLUTANTS.get(column).code(),
                        value == Thousandths.ABSENT
                                ? null
                                : Thousandths.decimal(value).stripTrailingZeros());
            }
            return values;
        }
    }
}
