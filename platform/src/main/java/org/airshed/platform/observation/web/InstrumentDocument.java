package org.airshed.platform.observation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.airshed.engine.substance.Species;
import org.airshed.platform.observation.Instrument;
import org.airshed.platform.observation.InstrumentMethod;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;

@Schema(name = "Instrument", description = "A device of a station")
record InstrumentDocument(
        @Schema(description = "Its id", requiredMode = RequiredMode.REQUIRED) UUID id,
        @Schema(
                        description = "The station's code",
                        example = "1051A",
                        requiredMode = RequiredMode.REQUIRED)
                String station,
        @Schema(
                        description = "The city's code",
                        example = "130600",
                        requiredMode = RequiredMode.REQUIRED)
                String jurisdiction,
        @Schema(description = "What it measures", requiredMode = RequiredMode.REQUIRED)
                List<MeasureDocument> measures,
        @Schema(
                        description = "By what principle",
                        example = "beta-attenuation",
                        requiredMode = RequiredMode.REQUIRED)
                String method,
        @Schema(description = "The principle's name", requiredMode = RequiredMode.REQUIRED)
                BilingualText methodName,
        @Schema(description = "The standard of systems of this method", example = "HJ 653")
                @Nullable String standard,
        @Schema(
                        description = "Whether the station reports its values",
                        requiredMode = RequiredMode.REQUIRED)
                boolean primary,
        @Schema(description = "Who made it", requiredMode = RequiredMode.REQUIRED) String maker,
        @Schema(description = "The maker's name for it", requiredMode = RequiredMode.REQUIRED)
                String model,
        @Schema(description = "The maker's number of it", requiredMode = RequiredMode.REQUIRED)
                String serial,
        @Schema(description = "Since when it measures", requiredMode = RequiredMode.REQUIRED)
                Instant from,
        @Schema(description = "Until when, not included; none while it goes on")
                @Nullable Instant to,
        @Schema(description = "What the entry rests on", requiredMode = RequiredMode.REQUIRED)
                String source,
        @Schema(description = "The act that entered it", requiredMode = RequiredMode.REQUIRED)
                UUID act,
        @Schema(description = "What its end rests on") @Nullable String endSource,
        @Schema(description = "The act that ended it") @Nullable UUID endAct) {

    static InstrumentDocument of(Instrument instrument) {
        Instrument.Entry entry = instrument.entry();
        return new InstrumentDocument(
                instrument.id(),
                instrument.station(),
                instrument.jurisdiction().value(),
                entry.measures().stream()
                        .map(one ->
                                new MeasureDocument(one.code(), one.detectionLimit().orElse(null)))
                        .toList(),
                entry.method().code(),
                new BilingualText(entry.method().zh(), entry.method().en()),
                entry.method().findStandard().orElse(null),
                entry.primary(),
                entry.maker(),
                entry.model(),
                entry.serial(),
                entry.from(),
                entry.to().orElse(null),
                entry.source(),
                instrument.act(),
                instrument.end().map(Instrument.End::source).orElse(null),
                instrument.end().map(Instrument.End::act).orElse(null));
    }

    @Schema(name = "InstrumentMeasure", description = "What an instrument measures")
    record MeasureDocument(
            @Schema(
                            description = "The code of one of the six pollutants or of a species",
                            example = "pm2_5",
                            requiredMode = RequiredMode.REQUIRED)
                    @NotBlank
                    @Size(max = 32)
                    String species,
            @Schema(description = "In the unit in which its values are kept", example = "2.0")
                    @PositiveOrZero
                    @Digits(integer = 9, fraction = 9)
                    @Nullable BigDecimal detectionLimit) {}

    @Schema(name = "InstrumentEntry", description = "An instrument to be entered")
    record EntryRequest(
            @Schema(description = "What it measures") @NotEmpty @Size(max = 200)
                    List<@Valid @NotNull MeasureDocument> measures,
            @Schema(
                            description =
                                    "By what principle: beta-attenuation, teom, light-scattering, uv-fluorescence,"
                                            + " chemiluminescence, uv-absorption, ndir, gas-filter-correlation, doas,"
                                            + " laser-absorption, optical-attenuation, thermal-optical,"
                                            + " ion-chromatography, xrf, gc-fid, gc-ms, weather-sensor, other",
                            example = "beta-attenuation")
                    @NotBlank
                    String method,
            @Schema(description = "Whether the station reports its values") @NotNull
                    Boolean primary,
            @Schema(description = "Who made it") @NotBlank @Size(max = 200) String maker,
            @Schema(description = "The maker's name for it") @NotBlank @Size(max = 200)
                    String model,
            @Schema(description = "The maker's number of it") @NotBlank @Size(max = 100)
                    String serial,
            @Schema(description = "Since when it measures") @NotNull Instant from,
            @Schema(description = "Until when, not included") @Nullable Instant to,
            @Schema(description = "What the entry rests on: 5 to 400 characters")
                    @NotBlank
                    @Size(min = 5, max = 400)
                    String source) {

        /** Refuses methods, measures and times that are none. */
        Instrument.Entry entry() {
            InstrumentMethod known =
                    InstrumentMethod.findByCode(method)
                            .orElseThrow(() ->
                                    Refusal.badInput(
                                            "observation.method-unknown", Map.of("value", method)));
            StationRoutes.possible("from", from);
            if (to != null && !StationRoutes.possible("to", to).isAfter(from)) {
                throw Refusal.badInput(
                        "observation.instrument-times",
                        Map.of("from", from.toString(), "to", to.toString()));
            }
            Set<String> seen = new HashSet<>();
            for (MeasureDocument measure : measures) {
                if (!isMeasured(measure.species()) || !seen.add(measure.species())) {
                    throw Refusal.badInput(
                            "observation.measure-unknown", Map.of("value", measure.species()));
                }
            }
            return new Instrument.Entry(
                    measures.stream()
                            .map(one ->
                                    new Instrument.Measure(
                                            one.species(),
                                            Optional.ofNullable(one.detectionLimit())))
                            .toList(),
                    known,
                    primary,
                    maker,
                    model,
                    serial,
                    from,
                    Optional.ofNullable(to),
                    source);
        }

        private static boolean isMeasured(String code) {
            return Species.findByCode(code).isPresent()
                    || Readings.POLLUTANTS.stream().anyMatch(one -> one.code().equals(code));
        }
    }

    @Schema(name = "InstrumentEnd", description = "The end of an instrument")
    record EndRequest(
            @Schema(description = "The first moment at which it no longer measures") @NotNull
                    Instant at,
            @Schema(description = "What the end rests on: 5 to 400 characters")
                    @NotBlank
                    @Size(min = 5, max = 400)
                    String source) {}
}
