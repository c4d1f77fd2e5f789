package org.airshed.platform.evaluation.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.airshed.engine.airquality.Breakpoint;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.IndexLevel;
import org.airshed.engine.airquality.IndexScale;
import org.airshed.engine.airquality.ReportForm;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.Air;
import org.airshed.platform.evaluation.CityAir;
import org.airshed.platform.evaluation.Explanation;
import org.airshed.platform.evaluation.RegionAir;
import org.airshed.platform.evaluation.StationAir;
import org.airshed.platform.evaluation.web.AirDocuments.CityDocument;
import org.airshed.platform.evaluation.web.AirDocuments.CoverageDocument;
import org.airshed.platform.evaluation.web.AirDocuments.ExplanationDocument;
import org.airshed.platform.evaluation.web.AirDocuments.LevelDocument;
import org.airshed.platform.evaluation.web.AirDocuments.MissingDocument;
import org.airshed.platform.evaluation.web.AirDocuments.OriginDocument;
import org.airshed.platform.evaluation.web.AirDocuments.PointDocument;
import org.airshed.platform.evaluation.web.AirDocuments.ReadDocument;
import org.airshed.platform.evaluation.web.AirDocuments.StandardDocument;
import org.airshed.platform.evaluation.web.AirDocuments.StationDocument;
import org.airshed.platform.evaluation.web.AirDocuments.StepDocument;
import org.airshed.platform.observation.Origin;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts evaluated air into the documents of the API. */
@Component
final class AirWords {
    static final String EQUATION =
            "IAQI = ceil((Ihigh - Ilow) * (C - Clow) / (Chigh - Clow) + Ilow); AQI = max(IAQI)";

    private final Words words;
    private final CityNames names;

    AirWords(Words words, CityNames names) {
        this.words = words;
        this.names = names;
    }

    OriginDocument origin(Origin origin) {
        return new OriginDocument(
                origin.code(), new BilingualText(origin.zh(), origin.en()), origin.synthetic());
    }

    StandardDocument standard(Hj633 standard) {
        return new StandardDocument(
                standard.id(),
                new BilingualText(standard.titleZh(), standard.titleEn()),
                ReportForm.AS_PUBLISHED_BY_CNEMC.code(),
                standard.provenance().source(),
                standard.validity().from().toString(),
                standard.validity().to() == null ? null : standard.validity().to().toString());
    }

    /** The levels of the Chinese index, the cleanest first. */
    List<LevelDocument> scale() {
        IndexScale scale = Hj633.scale();
        List<LevelDocument> levels = new ArrayList<>();
        int from = 0;
        for (IndexLevel level : scale.levels()) {
            int upTo = scale.upTo(level.rank());
            levels.add(
                    new LevelDocument(
                            level.rank(),
                            level.number(),
                            from,
                            level.rank() == scale.levels().size() ? null : upTo,
                            new BilingualText(level.nameZh(), level.nameEn()),
                            level.colour().hex(),
                            bilingual("evaluation.advice." + level.rank())));
            from = upTo == Integer.MAX_VALUE ? from : upTo + 1;
        }
        return levels;
    }

    CoverageDocument coverage(RegionAir air) {
        return new CoverageDocument(
                air.stationsExpected(),
                air.stationsObserved(),
                percent(air.stationsObserved(), air.stationsExpected()));
    }

    CityDocument city(CityAir city) {
        Air air = city.air();
        return new CityDocument(
                city.jurisdiction().value(),
                name(city.jurisdiction()),
                position(city.longitude_deg(), city.latitude_deg()),
                boxed(air.aqi()),
                air.level().map(IndexLevel::rank).orElse(null),
                codes(air),
                air.aqi().isPresent() ? null : nothingObserved(),
                values(air),
                indices(air),
                city.stationsExpected(),
                city.stationsObserved());
    }

    StationDocument station(StationAir found) {
        Air air = found.air();
        return new StationDocument(
                found.station().code(),
                found.station().name(),
                found.station().jurisdiction().value(),
                position(found.station().longitude_deg(), found.station().latitude_deg()),
                boxed(air.aqi()),
                air.level().map(IndexLevel::rank).orElse(null),
                codes(air),
                values(air));
    }

    ExplanationDocument explanation(Explanation explanation) {
        RegionAir region = explanation.region();
        return new ExplanationDocument(
                region.hourEnd(),
                origin(region.origin()),
                standard(region.standard()),
                city(explanation.city()),
                EQUATION,
                explanation.steps().stream().map(AirWords::step).toList());
    }

    private static StepDocument step(Explanation.Step step) {
        return new StepDocument(
                step.pollutant().code(),
                step.pollutant() == Pollutant.CO ? "mg/m3" : "ug/m3",
                step.readings().stream()
                        .map(read ->
                                new ReadDocument(
                                        read.station().code(),
                                        read.station().name(),
                                        read.value().stripTrailingZeros()))
                        .toList(),
                step.mean().map(BigDecimal::stripTrailingZeros).orElse(null),
                step.used().orElse(null),
                step.low().map(AirWords::point).orElse(null),
                step.high().map(AirWords::point).orElse(null),
                step.index().orElse(null));
    }

    static PointDocument point(Breakpoint breakpoint) {
        return new PointDocument(breakpoint.concentration().value(), breakpoint.index());
    }

    BilingualText name(JurisdictionCode city) {
        return names.name(city);
    }

    BilingualText bilingual(String code) {
        return new BilingualText(
                words.say(code, Map.of(), Language.ZH), words.say(code, Map.of(), Language.EN));
    }

    private MissingDocument nothingObserved() {
        BilingualText why = bilingual("evaluation.nothing-observed");
        return new MissingDocument("nothing-observed", why.zh(), why.en());
    }

    private static List<String> codes(Air air) {
        return air.primary().stream().map(Pollutant::code).toList();
    }

    private static Map<String, @Nullable BigDecimal> values(Air air) {
        Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
        Readings.POLLUTANTS.forEach(
                pollutant -> values.put(pollutant.code(), air.mean(pollutant).orElse(null)));
        return values;
    }

    private static Map<String, @Nullable Integer> indices(Air air) {
        Map<String, @Nullable Integer> indices = new LinkedHashMap<>();
        Readings.POLLUTANTS.forEach(
                pollutant -> indices.put(pollutant.code(), boxed(air.index(pollutant))));
        return indices;
    }

    static @Nullable Integer boxed(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    private static List<Double> position(double longitude_deg, double latitude_deg) {
        return List.of(Math.rint(longitude_deg * 1e4) / 1e4, Math.rint(latitude_deg * 1e4) / 1e4);
    }

    private static BigDecimal percent(int observed, int expected) {
        return expected == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(100L * observed)
                        .divide(BigDecimal.valueOf(expected), 1, RoundingMode.HALF_EVEN);
    }
}
