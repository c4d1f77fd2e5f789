package org.airshed.stationfiles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.airshed.engine.substance.Species;
import org.jspecify.annotations.Nullable;

/** Reads the values of one column of a species; further digits are rounded half to even. */
final class OtherAmounts {
    private static final int LONGEST = 30; // characters; a double needs 24
    private static final int MOST_DIGITS = 9;
    private static final BigDecimal POINT_DEG = new BigDecimal("22.5");

    private final Mapping mapping;
    private final Species species;
    private final OtherUnit unit;
    private final boolean asItStands;
    private final long least;
    private final long largest;
    private @Nullable String word;

    OtherAmounts(Mapping mapping, Species species, OtherUnit unit) {
        this.mapping = mapping;
        this.species = species;
        this.unit = unit;
        this.asItStands =
                unit instanceof OtherUnit.Linear(String any, BigDecimal factor, BigDecimal offset)
                        && factor.equals(BigDecimal.ONE)
                        && offset.signum() == 0;
        this.least = scaled(species.least());
        this.largest = scaled(species.largest());
    }

    /** The value, {@link HourlyRow#NO_VALUE} for a word of "no value". */
    long value(String text, int column, Cells cells) throws BadField {
        word = null;
        if (mapping.isMissing(text)) {
            return HourlyRow.NO_VALUE;
        }
        long value =
                switch (unit) {
                    case OtherUnit.Compass any -> point(text, column, cells);
                    case OtherUnit.Linear linear -> asItStands ? plain(text) : HourlyRow.NO_VALUE;
                };
        if (value == HourlyRow.NO_VALUE && unit instanceof OtherUnit.Linear linear) {
            value =
                    scaled(
                            Numbers.find(text, mapping.decimal(), LONGEST)
                                    .orElseThrow(() -> bad(text, column, cells))
                                    .multiply(linear.factor())
                                    .add(linear.offset()));
        }
        if (value < least || value > largest) {
            throw bad(text, column, cells);
        }
        return value;
    }

    /** The word that stood for the last value, where it was none in digits. */
    @Nullable String word() {
        return word;
    }

    /** A short decimal in the species' own unit; {@link HourlyRow#NO_VALUE} for any other text. */
    private long plain(String text) {
        boolean negative = text.startsWith("-");
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (int at = negative ? 1 : 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign >= '0' && sign <= '9' && count < MOST_DIGITS) {
                digits = digits * 10 + (sign - '0');
                count++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (sign == mapping.decimal() && decimals < 0 && count > 0) {
                decimals = 0;
            } else {
                return HourlyRow.NO_VALUE;
            }
        }
        if (count == 0 || decimals > species.decimals()) {
            return HourlyRow.NO_VALUE;
        }
        for (int place = Math.max(decimals, 0); place < species.decimals(); place++) {
            digits *= 10;
        }
        return negative ? -digits : digits;
    }

    /** North is 360 degrees, as in reports of weather; 0 is left to calm air. */
    private long point(String text, int column, Cells cells) throws BadField {
        String name = text.toUpperCase(Locale.ROOT);
        int point = OtherUnit.POINTS.indexOf(name);
        if (point < 0) {
            throw bad(text, column, cells);
        }
        word = OtherUnit.POINTS.get(point);
        return scaled(POINT_DEG.multiply(BigDecimal.valueOf(point == 0 ? 16 : point)));
    }

    private long scaled(BigDecimal value) {
        BigDecimal whole =
                value.movePointRight(species.decimals()).setScale(0, RoundingMode.HALF_EVEN);
        // Whatever does not fit lies outside the range of every species.
        return whole.unscaledValue().bitLength() < Long.SIZE - 1
                ? whole.longValueExact()
                : Long.MAX_VALUE;
    }

    private BadField bad(String text, int column, Cells cells) {
        String marks = mapping.missingWords();
        boolean marked = !marks.isEmpty();
        return new BadField(
                cells.place(column),
                text,
                unit instanceof OtherUnit.Compass
                        ? (marked ? Expected.COMPASS_OR_MARK : Expected.COMPASS)
                                .with("points", String.join(", ", OtherUnit.POINTS), "marks", marks)
                        : (marked ? Expected.SPECIES_OR_MARK : Expected.SPECIES)
                                .with(
                                        "species",
                                        species.code(),
                                        "unit",
                                        unit.word(),
                                        "least",
                                        species.least(),
                                        "largest",
                                        species.largest(),
                                        "ownUnit",
                                        species.unit(),
                                        "marks",
                                        marks));
    }
}
