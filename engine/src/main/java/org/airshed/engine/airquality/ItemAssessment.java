package org.airshed.engine.airquality;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.edition.Confidence;

/** What became of one item of an annual assessment. */
public sealed interface ItemAssessment {

    /** The item it is about. */
    AnnualItem item();

    /** What decided it. */
    Grounds grounds();

    /** How sure we are of it: as sure as of its weakest ground. */
    default Confidence confidence() {
        return grounds().lowest();
    }

    /**
     * A valid statistic beside its limit.
     *
     * @param value the exact statistic, in the limit's unit
     * @param reported the same rounded by GB/T 8170 to the item's decimals
     * @param limit the limit it is compared with
     * @param attained whether it is at or below the limit
     * @param days how many daily values stand behind it
     */
    record Assessed(
            AnnualItem item,
            Rational value,
            BigDecimal reported,
            Limit limit,
            boolean attained,
            int days,
            Grounds grounds)
            implements ItemAssessment {

        /** The exact value over its limit: the single index of this item. */
        public Rational singleIndex() {
            return value.dividedBy(limitValue());
        }

        /** How far above the limit, B = (C − S) / S (remembered); empty where it attains. */
        public Optional<Rational> findExceedanceMultiple() {
            return attained
                    ? Optional.empty()
                    : Optional.of(value.minus(limitValue()).dividedBy(limitValue()));
        }

        private Rational limitValue() {
            return Rational.of(limit.concentration().value());
        }
    }

    /** Too few valid days, in the year or in some months, for a statistic that counts. */
    record TooFewDays(
            AnnualItem item,
            int days,
            int needed,
            SortedMap<YearMonth, Integer> shortMonths,
            Grounds grounds)
            implements ItemAssessment {}

    /**
     * There are daily values, but a rule that would decide is remembered, and the caller did not
     * accept such rules: {@link Grounds#unverified} names them.
     */
    record NotDecided(AnnualItem item, Grounds grounds) implements ItemAssessment {}

    /** No daily values were given for this pollutant. */
    record NotObserved(AnnualItem item, Grounds grounds) implements ItemAssessment {}
}
