package org.airshed.engine.airquality;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.substance.Pollutant;

/**
 * Means and percentiles of a place over a year or month, in the units of GB 3095 (µg/m³, CO mg/m³).
 *
 * @param means of SO2, NO2, PM10, PM2.5
 * @param percentiles of the daily values: CO 95th, O3 90th; of the others where the composite index
 *     asks for them
 */
public record AssessedConcentrations(
        Map<Pollutant, Rational> means, Map<Pollutant, Rational> percentiles) {
    public AssessedConcentrations {
        means = ordered(means);
        percentiles = ordered(percentiles);
    }

    private static Map<Pollutant, Rational> ordered(Map<Pollutant, Rational> values) {
        Map<Pollutant, Rational> copy = new EnumMap<>(Pollutant.class);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }

    /**
     * The six a bulletin prints, as written, in its usual order: means of SO2, NO2, PM10, PM2.5
     * (µg/m³), the 95th percentile of CO (mg/m³) and the 90th of O3 (µg/m³).
     */
    public static AssessedConcentrations ofBulletin(
            String so2, String no2, String pm10, String pm2_5, String co, String o3) {
        return new AssessedConcentrations(
                Map.of(
                        Pollutant.SO2, Rational.of(so2),
                        Pollutant.NO2, Rational.of(no2),
                        Pollutant.PM10, Rational.of(pm10),
                        Pollutant.PM2_5, Rational.of(pm2_5)),
                Map.of(Pollutant.CO, Rational.of(co), Pollutant.O3, Rational.of(o3)));
    }
}
