package org.airshed.stationfiles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;

/**
 * Reads the concentrations of one column. Digits beyond thousandths, as in values that were once
 * converted from ppb, are rounded half to even.
 */
final class Amounts {
    /** The last breakpoint of 1-h CO in HJ 633 is 150 mg/m³: air beyond it was in another unit. */
    private static final int LARGEST_CO = 150;

    // Means of a station's hours anywhere lie far within these; a wrong unit is off 1000-fold.
    private static final double LEAST_MEAN = 0.1; // µg/m³
    private static final double LARGEST_MEAN = 2000; // µg/m³
    private static final double LEAST_MEAN_CO = 0.02; // mg/m³
    private static final double LARGEST_MEAN_CO = 50; // mg/m³
    private static final int ENOUGH_FOR_A_MEAN = 24;

    private static final int LONGEST = 30; // characters; a double needs 24
    private static final int MOST_DIGITS = 12; // times the largest factor, 10^6, fits a long
    private static final long[] TENS = tens();

    private final Mapping mapping;
    private final Pollutant pollutant;
    private final ConcentrationUnit unit;
    private final BigDecimal thousandthsPerUnit;
    private final long wholePerUnit; // 0 when it is no whole number
    private final long largest_thousandths;
    private long count;
    private long sum_thousandths;

    Amounts(Mapping mapping, Pollutant pollutant, ConcentrationUnit unit) {
        this.mapping = mapping;
        this.pollutant = pollutant;
        this.unit = unit;
        this.thousandthsPerUnit = unit.thousandthsPerUnit(pollutant);
        this.wholePerUnit =
                thousandthsPerUnit.stripTrailingZeros().scale() <= 0
                        ? thousandthsPerUnit.longValueExact()
                        : 0;
        this.largest_thousandths =
                (pollutant == Pollutant.CO ? LARGEST_CO : Decimals.LARGEST) * 1000L;
    }

    /** The value in thousandths, {@link Thousandths#ABSENT} for a word of "no value". */
    int thousandths(String text, int column, Cells cells) throws BadField {
        if (mapping.isMissing(text)) {
            return Thousandths.ABSENT;
        }
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign >= '0' && sign <= '9' && count < MOST_DIGITS) {
                digits = digits * 10 + (sign - '0');
                count++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (sign == mapping.decimal() && decimals < 0 && count > 0) {
                decimals = 0;
            } else {
                return slowly(text, column, cells);
            }
        }
        long divisor = TENS[Math.max(decimals, 0)];
        long product = digits * wholePerUnit;
        if (wholePerUnit == 0 || product % divisor != 0) {
            return slowly(text, column, cells);
        }
        return within(product / divisor, text, column, cells);
    }

    private int slowly(String text, int column, Cells cells) throws BadField {
        BigDecimal value =
                Numbers.find(text, mapping.decimal(), LONGEST)
                        .filter(number -> number.signum() >= 0)
                        .orElseThrow(() -> bad(text, column, cells))
                        .multiply(thousandthsPerUnit);
        if (value.compareTo(BigDecimal.valueOf(largest_thousandths)) > 0) {
            throw bad(text, column, cells);
        }
        return within(
                value.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), text, column, cells);
    }

    private int within(long thousandths, String text, int column, Cells cells) throws BadField {
        if (thousandths > largest_thousandths) {
            throw bad(text, column, cells);
        }
        count++;
        sum_thousandths += thousandths;
        return (int) thousandths;
    }

    /** A sentence about the column when its mean suggests another unit than the mapping's. */
    Optional<String> findDoubt(String name) {
        double mean = (double) sum_thousandths / Thousandths.PER_UNIT / Math.max(count, 1);
        boolean co = pollutant == Pollutant.CO;
        boolean usual =
                mean >= (co ? LEAST_MEAN_CO : LEAST_MEAN)
                        && mean <= (co ? LARGEST_MEAN_CO : LARGEST_MEAN);
        return count < ENOUGH_FOR_A_MEAN || usual
                ? Optional.empty()
                : Optional.of(
                        "the mean of %d values of %s in %s is %.4g %s: is unit.%s = %s right?"
                                .formatted(
                                        count,
                                        pollutant,
                                        name,
                                        mean,
                                        co ? "mg/m3" : "ug/m3",
                                        pollutant.code(),
                                        unit.word()));
    }

    private BadField bad(String text, int column, Cells cells) {
        String marks = mapping.missingWords();
        return new BadField(
                cells.place(column),
                text,
                (marks.isEmpty() ? Expected.AMOUNT : Expected.AMOUNT_OR_MARK)
                        .with(
                                "pollutant",
                                pollutant,
                                "unit",
                                unit.word(),
                                "largest",
                                BigDecimal.valueOf(largest_thousandths)
                                        .divide(thousandthsPerUnit, 0, RoundingMode.DOWN)
                                        .toPlainString(),
                                "marks",
                                marks));
    }

    private static long[] tens() {
        long[] tens = new long[MOST_DIGITS + 1];
        tens[0] = 1;
        for (int power = 1; power < tens.length; power++) {
            tens[power] = tens[power - 1] * 10;
        }
        return tens;
    }
}
