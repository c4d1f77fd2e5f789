package org.airshed.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.stationfiles.CnemcRow;
import org.airshed.stationfiles.CnemcVisitor;
import org.airshed.stationfiles.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the published real-time AQI of every row and prints the rows that differ, with the
 * values that decide; see docs/science/hj633.md, "As published by CNEMC".
 */
final class AqiComparison implements CnemcVisitor {
    private static final int REJECTS_LISTED = 20;

    private final PrintWriter out;
    private final int differencesListed;
    private final KnownDeviations known = new KnownDeviations();
    private final int[] means_thousandths = new int[HourlyIndex.WIDTH];
    private String file = "";
    private long hourEnd_s = Long.MIN_VALUE;
    private @Nullable HourlyIndex index;

    private long compared;
    private long equal;
    private long unknown;
    private long rejects;
    private long outsideEveryEdition;

    AqiComparison(PrintWriter out, int differencesListed) {
        this.out = out;
        this.differencesListed = differencesListed;
    }

    /** The name that stands before the rows that follow. */
    void beginFile(String name) {
        file = name;
    }

    @Override
    public void row(CnemcRow row) {
        int published = row.publishedAqi();
        if (published == Thousandths.ABSENT) {
            return;
        }
        if (row.hourEnd_s() != hourEnd_s) {
            hourEnd_s = row.hourEnd_s();
            index = Hj633.findInForce(row.hourEnd()).map(Hj633::hourlyAsPublished).orElse(null);
        }
        HourlyIndex inForce = index;
        if (inForce == null) {
            outsideEveryEdition++;
            return;
        }
        row.copyHourly_thousandths(means_thousandths, 0);
        int computed = inForce.aqi(means_thousandths, 0);
        compared++;
        if (computed == published) {
            equal++;
        } else {
            difference(row, inForce, published, computed);
        }
    }

    private void difference(CnemcRow row, HourlyIndex inForce, int published, int computed) {
        boolean expected =
                known.includes(
                        new KnownDeviations.Deviation(
                                row.stationCode(), row.hourEnd(), published, computed));
        unknown += expected ? 0 : 1;
        long differing = compared - equal;
        if (differing > differencesListed) {
            return;
        }
        out.printf(
                "%s %s:%d station=%s hour=%s published=%d computed=%s by %s%n",
                expected ? "known  " : "differs",
                file,
                row.line(),
                row.stationCode(),
                row.hourEnd().atOffset(Hj633.BEIJING_TIME),
                published,
                computed == HourlyIndex.NO_INDEX ? "none" : Integer.toString(computed),
                deciding(inForce, computed));
    }

    /** The values behind the highest index: {@code "pm10=6"}; all of them where there is none. */
    private String deciding(HourlyIndex inForce, int computed) {
        StringJoiner values = new StringJoiner(" ");
        List<Pollutant> pollutants = HourlyIndex.POLLUTANTS;
        for (int column = 0; column < HourlyIndex.WIDTH; column++) {
            int mean_thousandths = means_thousandths[column];
            if (mean_thousandths != Thousandths.ABSENT
                    && inForce.subIndex(column, mean_thousandths) >= computed) {
                BigDecimal mean = Thousandths.decimal(mean_thousandths).stripTrailingZeros();
                values.add(pollutants.get(column).code() + "=" + mean.toPlainString());
            }
        }
        return Optional.of(values.toString()).filter(text -> !text.isEmpty()).orElse("no value");
    }

    @Override
    public void reject(Reject reject) {
        rejects++;
        if (rejects <= REJECTS_LISTED) {
            out.println("reject  " + reject.message());
        } else if (rejects == REJECTS_LISTED + 1) {
            out.println("reject  more of them are counted, not listed");
        }
    }

    long compared() {
        return compared;
    }

    long equal() {
        return equal;
    }

    /** Differences that are not in the list of the publisher's known ones. */
    long unknown() {
        return unknown;
    }

    long rejects() {
        return rejects;
    }

    /** Rows with a published index on a day no edition covers. */
    long outsideEveryEdition() {
        return outsideEveryEdition;
    }
}
