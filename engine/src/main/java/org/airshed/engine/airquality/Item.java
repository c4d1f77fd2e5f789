package org.airshed.engine.airquality;

import org.airshed.engine.substance.Pollutant;

/**
 * An assessment item (评价项目): a pollutant and the mean that is compared with limits or breakpoints.
 */
public record Item(Pollutant pollutant, AveragingPeriod period) {

    /** The mean of one hour of this pollutant. */
    public static Item hour(Pollutant pollutant) {
        return new Item(pollutant, AveragingPeriod.HOUR);
    }

    /** The 24-hour mean of this pollutant. */
    public static Item day(Pollutant pollutant) {
        return new Item(pollutant, AveragingPeriod.DAY);
    }

    /** The word for it in tables and messages: {@code "pm2_5 24h"}. */
    public String code() {
        return pollutant.code() + " " + period.code();
    }

    @Override
    public String toString() {
        return code();
    }
}
