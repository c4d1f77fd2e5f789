package org.airshed.platform.evaluation.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.airshed.engine.airquality.AreaClass;
import org.airshed.engine.airquality.Gb3095;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.Item;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.web.AirDocuments.LimitDocument;
import org.airshed.platform.observation.Readings;
import org.springframework.stereotype.Component;

/**
 * The limits a chart of hourly values draws: class 2 areas, the one-hour limit where the standard
 * has one, else the daily limit (particles have no hourly limit; the line says which it is).
 */
@Component
final class LimitLines {

    List<LimitDocument> at(Instant hourEnd) {
        return Gb3095.findInForce(Hj633.observedDay(hourEnd))
                .map(LimitLines::lines)
                .orElse(List.of());
    }

    private static List<LimitDocument> lines(Gb3095 standard) {
        List<LimitDocument> lines = new ArrayList<>();
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            standard.findLimit(Item.hour(pollutant), AreaClass.CLASS_2)
                    .or(() -> standard.findLimit(Item.day(pollutant), AreaClass.CLASS_2))
                    .map(limit ->
                            new LimitDocument(
                                    pollutant.code(),
                                    limit.item().period().code(),
                                    limit.concentration().value(),
                                    limit.concentration().unit().code(),
                                    standard.id()))
                    .ifPresent(lines::add);
        }
        return lines;
    }
}
