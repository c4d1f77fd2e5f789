package org.airshed.platform.evaluation.web;

import java.util.List;
import java.util.Set;
import org.airshed.engine.airquality.AirIndex;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.SubIndex;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.CalculatedIndex;
import org.airshed.platform.evaluation.web.StandardsDocuments.IndexDocument;
import org.airshed.platform.evaluation.web.StandardsDocuments.IndexStep;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.server.BilingualText;

/** A calculated index as sent. */
final class StandardsWords {
    private StandardsWords() {}

    static IndexDocument index(CalculatedIndex calculated) {
        Hj633 edition = calculated.edition();
        AirIndex aqi = calculated.report().aqi();
        return new IndexDocument(
                edition.id(),
                new BilingualText(edition.titleZh(), edition.titleEn()),
                edition.provenance().source(),
                edition.validity().from(),
                edition.validity().to(),
                calculated.report().form().code(),
                aqi instanceof AirIndex.Value value ? value.value() : null,
                aqi instanceof AirIndex.Value value ? value.level().rank() : null,
                aqi instanceof AirIndex.Value value ? codes(value.primary()) : List.of(),
                aqi instanceof AirIndex.None none ? reason(none.reason()) : null,
                aqi instanceof AirIndex.None none ? codes(none.concerned()) : List.of(),
                AirWords.EQUATION,
                calculated.steps().stream().map(StandardsWords::step).toList());
    }

    private static IndexStep step(CalculatedIndex.Step step) {
        SubIndex index = step.index();
        Concentration given =
                switch (index) {
                    case SubIndex.Value value -> value.observed();
                    case SubIndex.NoBreakpoints none -> none.observed();
                    case SubIndex.BeyondBreakpoints beyond -> beyond.observed();
                    case SubIndex.NotObserved missing ->
                            throw new IllegalStateException("not given: " + missing.item());
                };
        SubIndex.Value value = index instanceof SubIndex.Value found ? found : null;
        return new IndexStep(
                index.item().pollutant().code(),
                index.item().period().code(),
                given.unit().code(),
                given.value(),
                value == null ? null : value.used().value(),
                value == null ? null : value.breakpoints().period().code(),
                step.low().map(AirWords::point).orElse(null),
                step.high().map(AirWords::point).orElse(null),
                value == null ? null : value.value(),
                value == null ? null : Hj633.scale().level(value.value()).rank(),
                value != null
                        ? null
                        : index instanceof SubIndex.BeyondBreakpoints
                                ? "beyond-breakpoints"
                                : "no-breakpoints");
    }

    private static String reason(AirIndex.Reason reason) {
        return switch (reason) {
            case NOTHING_OBSERVED -> "nothing-observed";
            case POLLUTANT_MISSING -> "pollutant-missing";
            case TOO_FEW_HOURS -> "too-few-hours";
        };
    }

    private static List<String> codes(Set<Pollutant> pollutants) {
        return Readings.POLLUTANTS.stream()
                .filter(pollutants::contains)
                .map(Pollutant::code)
                .toList();
    }
}
