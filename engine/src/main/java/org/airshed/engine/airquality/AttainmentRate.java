package org.airshed.engine.airquality;

import java.math.BigDecimal;
import org.airshed.engine.averaging.DailyValues;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.edition.Confidence;

/**
 * Days that attain a daily limit among the valid days: D = attained / valid · 100 (HJ 663-2013,
 * remembered). See docs/science/hj663.md.
 */
public record AttainmentRate(int attained, int valid) {
    public AttainmentRate {
        if (attained < 0 || attained > valid || valid < 1) {
            throw new IllegalArgumentException(
                    "expected 0 to %d attaining days of at least 1 valid day, got %d"
                            .formatted(valid, attained));
        }
    }

    /**
     * Counts the days, each rounded to the decimals it is reported with; needs one valid day. The
     * equation and the decimals are remembered, hence the name.
     */
    public static AttainmentRate ofUnverified(DailyValues days, Limit limit, int decimals) {
        BigDecimal limit_value = limit.concentration().value();
        int attained =
                (int)
                        days.byDay().values().stream()
                                .filter(value ->
                                        value.halfToEven(decimals).compareTo(limit_value) <= 0)
                                .count();
        return new AttainmentRate(attained, days.size());
    }

    /** How sure we are of the rule. */
    public Confidence confidence() {
        return Confidence.M;
    }

    /** In percent with one decimal, rounded by GB/T 8170. */
    public BigDecimal percent() {
        return Rational.of(100L * attained, valid).halfToEven(1);
    }
}
