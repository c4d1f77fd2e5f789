package org.airshed.engine.airquality;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.airshed.engine.substance.Pollutant;

/**
 * An AQI with everything it was made from.
 *
 * @param edition the edition of the standard: {@code "HJ633-2026"}
 * @param form which report
 * @param items the index of every item of that report, in report order; a mean that stands in for
 *     one beyond its breakpoints follows it
 * @param aqi the index, or why there is none
 * @param exceeding the pollutants with an index above 100, where the edition names them (2012)
 */
public record AqiReport(
        String edition,
        ReportForm form,
        List<SubIndex> items,
        AirIndex aqi,
        Set<Pollutant> exceeding) {

    public AqiReport {
        items = List.copyOf(items);
        EnumSet<Pollutant> ordered = EnumSet.noneOf(Pollutant.class);
        ordered.addAll(exceeding);
        exceeding = Collections.unmodifiableSet(ordered);
    }
}
