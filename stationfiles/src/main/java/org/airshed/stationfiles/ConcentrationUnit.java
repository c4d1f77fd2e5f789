package org.airshed.stationfiles;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.airshed.engine.quantity.GasConversions;
import org.airshed.engine.substance.Pollutant;

/**
 * Units in which files give concentrations. Volume fractions are taken at 25 °C and 1 atm, the
 * state of GB 3095 since 2018; particles have none.
 */
enum ConcentrationUnit {
    MICROGRAMS("ug/m3", "1"),
    MILLIGRAMS("mg/m3", "1000"),
    PARTS_PER_BILLION("ppb", "1"),
    PARTS_PER_MILLION("ppm", "1000");

    private final String word;
    private final BigDecimal perSmallUnit; // micrograms, or ppb

    ConcentrationUnit(String word, String perSmallUnit) {
        this.word = word;
        this.perSmallUnit = new BigDecimal(perSmallUnit);
    }

    String word() {
        return word;
    }

    /** The unit of this word, if this pollutant can be given in it. */
    static Optional<ConcentrationUnit> find(String word, Pollutant pollutant) {
        String plain = plain(word);
        return Arrays.stream(values())
                .filter(unit -> unit.word.equals(plain))
                .filter(unit -> !unit.isFraction() || isGas(pollutant))
                .findFirst();
    }

    /** What a mapping may say for this pollutant. */
    static String expected(Pollutant pollutant) {
        return Arrays.stream(values())
                .filter(unit -> !unit.isFraction() || isGas(pollutant))
                .map(ConcentrationUnit::word)
                .collect(Collectors.joining(" or "));
    }

    /** Another unit that this header names, as {@code CO(mg/m³)} does. */
    Optional<ConcentrationUnit> findContradiction(String header) {
        String plain = plain(header);
        return plain.contains(word)
                ? Optional.empty()
                : Arrays.stream(values()).filter(unit -> plain.contains(unit.word)).findFirst();
    }

    /** Thousandths of the product's unit (µg/m³; CO mg/m³) in one of this unit. */
    BigDecimal thousandthsPerUnit(Pollutant pollutant) {
        BigDecimal micrograms =
                isFraction()
                        ? GasConversions.at25CelsiusAnd1Atmosphere()
                                .ugm3PerPpb(pollutant)
                                .multiply(perSmallUnit)
                        : perSmallUnit;
        return pollutant == Pollutant.CO ? micrograms : micrograms.movePointRight(3);
    }

    private boolean isFraction() {
        return this == PARTS_PER_BILLION || this == PARTS_PER_MILLION;
    }

    private static boolean isGas(Pollutant pollutant) {
        return pollutant != Pollutant.PM10 && pollutant != Pollutant.PM2_5;
    }

    /** Micro sign and Greek mu, superscript three and blanks are told apart by nobody. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('\u00b5', 'u')
                .replace('\u03bc', 'u')
                .replace('\u00b3', '3')
                .replace(" ", "");
    }
}
