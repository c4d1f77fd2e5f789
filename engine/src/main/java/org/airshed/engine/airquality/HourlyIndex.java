package org.airshed.engine.airquality;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;

/**
 * The hourly AQI as China's national network publishes it, for many rows: six one-hour means as
 * whole thousandths in, integers out, no allocation. Exact, and the same as {@link Hj633#report} of
 * the form {@link ReportForm#AS_PUBLISHED_BY_CNEMC}. See docs/science/hj633.md.
 */
public final class HourlyIndex {
    /** What {@link #aqi} and {@link #subIndex} answer where there is no index. */
    public static final int NO_INDEX = Ladder.NO_INDEX;

    /** How many values a row has, in the order of {@link #POLLUTANTS}. */
    public static final int WIDTH = 6;

    /** The order of a row: SO2, NO2, CO (mg/m³), O3, PM10, PM2.5 (µg/m³ but for CO). */
    public static final List<Pollutant> POLLUTANTS =
            List.of(
                    Pollutant.SO2,
                    Pollutant.NO2,
                    Pollutant.CO,
                    Pollutant.O3,
                    Pollutant.PM10,
                    Pollutant.PM2_5);

    private final String edition;
    private final Ladder[] ladders; // [pollutant of the row]
    private final int indexMin;
    private final int indexMax;

    HourlyIndex(String edition, List<Ladder> reported, int indexMin, int indexMax) {
        this.edition = edition;
        this.indexMin = indexMin;
        this.indexMax = indexMax;
        this.ladders = new Ladder[WIDTH];
        for (int column = 0; column < WIDTH; column++) {
            Pollutant pollutant = POLLUTANTS.get(column);
            this.ladders[column] =
                    reported.stream()
                            .filter(ladder -> ladder.pollutant() == pollutant)
                            .findFirst()
                            .orElseThrow();
        }
    }

    /** The edition of HJ 633 whose breakpoints it uses. */
    public String edition() {
        return edition;
    }

    /**
     * The index of one pollutant's one-hour mean.
     *
     * @param column its place in {@link #POLLUTANTS}
     * @param mean_thousandths the mean, or {@link Thousandths#ABSENT}
     */
    public int subIndex(int column, int mean_thousandths) {
        return mean_thousandths == Thousandths.ABSENT
                ? NO_INDEX
                : ladders[column].index(mean_thousandths);
    }

    /**
     * The AQI of one station-hour.
     *
     * @param means_thousandths rows of {@link #WIDTH} values, {@link Thousandths#ABSENT} where none
     * @param offset where the row begins
     */
    public int aqi(int[] means_thousandths, int offset) {
        int highest = highest(means_thousandths, offset);
        return highest == NO_INDEX ? NO_INDEX : Math.clamp(highest, indexMin, indexMax);
    }

    /** The primary pollutants of the same row, ties together; empty when the AQI is at most 50. */
    public Set<Pollutant> primary(int[] means_thousandths, int offset) {
        Set<Pollutant> primary = EnumSet.noneOf(Pollutant.class);
        int highest = highest(means_thousandths, offset);
        if (highest > Hj633.scale().upTo(1)) {
            for (int column = 0; column < WIDTH; column++) {
                if (subIndex(column, means_thousandths[offset + column]) == highest) {
                    primary.add(POLLUTANTS.get(column));
                }
            }
        }
        return primary;
    }

    private int highest(int[] means_thousandths, int offset) {
        int highest = NO_INDEX;
        for (int column = 0; column < WIDTH; column++) {
            highest = Math.max(highest, subIndex(column, means_thousandths[offset + column]));
        }
        return highest;
    }
}
