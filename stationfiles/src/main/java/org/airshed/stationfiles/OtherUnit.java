package org.airshed.stationfiles;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.airshed.engine.substance.Species;

/** How the values of a species stand in a file, and how they become its own unit. */
sealed interface OtherUnit {
    /** The points of the compass clockwise from north, 22.5 degrees apart. */
    List<String> POINTS =
            List.of(
                    "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W",
                    "WNW", "NW", "NNW");

    /** Litres of one mole of an ideal gas at 25 °C and 1 atm: 8.314462618 · 298.15 / 101.325. */
    BigDecimal MOLAR_VOLUME = new BigDecimal("24.4654");

    /** The unit as a mapping writes it. */
    String word();

    /**
     * A number: value in the species' unit = number · factor + offset.
     *
     * @param word the unit as a mapping writes it
     */
    record Linear(String word, BigDecimal factor, BigDecimal offset) implements OtherUnit {}

    /** One of the sixteen {@link #POINTS}, kept as the word and as degrees. */
    record Compass(String word) implements OtherUnit {}

    /** The unit of this word, if this species can be given in it. */
    static Optional<OtherUnit> find(String word, Species species) {
        return Optional.ofNullable(units(species).get(plain(word)));
    }

    /** What a mapping may say for this species. */
    static String expected(Species species) {
        return String.join(" or ", units(species).keySet());
    }

    /** Another unit that this header names, as {@code NO(mg/m³)} does. */
    static boolean contradicts(String header, OtherUnit unit, Species species) {
        String plain = plain(header);
        return !plain.contains(unit.word())
                && units(species).keySet().stream()
                        .anyMatch(other -> other.length() > 2 && plain.contains(other));
    }

    private static Map<String, OtherUnit> units(Species species) {
        Map<String, OtherUnit> units = new LinkedHashMap<>();
        switch (species.unit()) {
            case "ug/m3" -> {
                linear(units, "ug/m3", "1");
                linear(units, "mg/m3", "1000");
                linear(units, "ng/m3", "0.001");
                species.molarMass_g_mol().ifPresent(mass -> fractions(units, mass));
            }
            case "ng/m3" -> {
                linear(units, "ng/m3", "1");
                linear(units, "ug/m3", "1000");
            }
            case "ppb" -> {
                linear(units, "ppb", "1");
                linear(units, "ppm", "1000");
                linear(units, "ppt", "0.001");
            }
            case "degC" -> {
                linear(units, "degc", "1");
                units.put("k", new Linear("k", BigDecimal.ONE, new BigDecimal("-273.15")));
            }
            case "hPa" -> {
                linear(units, "hpa", "1");
                linear(units, "kpa", "10");
                linear(units, "pa", "0.01");
            }
            case "m/s" -> {
                linear(units, "m/s", "1");
                units.put(
                        "km/h",
                        new Linear(
                                "km/h",
                                BigDecimal.ONE.divide(new BigDecimal("3.6"), MathContext.DECIMAL64),
                                BigDecimal.ZERO));
            }
            case "deg" -> {
                linear(units, "deg", "1");
                units.put("compass16", new Compass("compass16"));
            }
            default -> linear(units, plain(species.unit()), "1");
        }
        return units;
    }

    private static void linear(Map<String, OtherUnit> units, String word, String factor) {
        units.put(word, new Linear(word, new BigDecimal(factor), BigDecimal.ZERO));
    }

    private static void fractions(Map<String, OtherUnit> units, BigDecimal molarMass_g_mol) {
        BigDecimal ugm3PerPpb = molarMass_g_mol.divide(MOLAR_VOLUME, MathContext.DECIMAL64);
        units.put("ppb", new Linear("ppb", ugm3PerPpb, BigDecimal.ZERO));
        units.put("ppm", new Linear("ppm", ugm3PerPpb.movePointRight(3), BigDecimal.ZERO));
    }

    /** Micro sign and Greek mu, superscript three, signs of degrees and blanks. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('\u00b5', 'u')
                .replace('\u03bc', 'u')
                .replace('\u00b3', '3')
                .replace("\u2103", "degc")
                .replace("\u00b0", "deg")
                .replace(" ", "");
    }
}
