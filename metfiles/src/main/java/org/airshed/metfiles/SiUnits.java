package org.airshed.metfiles;

import java.util.Map;
import java.util.Optional;

/** The units weather files use, and how each becomes the SI unit of a variable. */
final class SiUnits {
    /** Standard acceleration of free fall [m s⁻²]: CGPM (1901); geopotential to height. */
    static final double GRAVITY = 9.80665;

    private static final Map<String, Map<String, Linear>> TO =
            Map.of(
                    "m s-1", Map.of("m s-1", Linear.SAME, "km h-1", new Linear(1 / 3.6, 0)),
                    "Pa s-1", Map.of("Pa s-1", Linear.SAME, "hPa s-1", new Linear(100, 0)),
                    "K", Map.of("K", Linear.SAME, "degC", new Linear(1, 273.15)),
                    "1",
                            Map.of(
                                    "1",
                                    Linear.SAME,
                                    "kg kg-1",
                                    Linear.SAME,
                                    "g kg-1",
                                    new Linear(1e-3, 0),
                                    "%",
                                    new Linear(1e-2, 0)),
                    "m",
                            Map.of(
                                    "m", Linear.SAME,
                                    "km", new Linear(1000, 0),
                                    "m2 s-2", new Linear(1 / GRAVITY, 0)),
                    "Pa",
                            Map.of(
                                    "Pa", Linear.SAME,
                                    "hPa", new Linear(100, 0),
                                    "N m-2", Linear.SAME),
                    "W m-2", Map.of("W m-2", Linear.SAME),
                    "s-1", Map.of("s-1", Linear.SAME),
                    "K m2 kg-1 s-1", Map.of("K m2 kg-1 s-1", Linear.SAME));

    private SiUnits() {}

    /** How values in a unit become values in an SI unit; empty for a unit that is not known. */
    static Optional<Linear> conversion(String unit, String si) {
        String normal = normal(unit);
        if (si.equals("m s-1") && normal.equals("kg m-2 s-1")) {
            return Optional.of(new Linear(1e-3, 0)); // precipitation: water of 1000 kg m-3
        }
        return Optional.ofNullable(TO.getOrDefault(si, Map.of()).get(normal));
    }

    /** One spelling of the many: {@code m s**-1}, {@code m/s} and {@code m s^-1} are one unit. */
    private static String normal(String unit) {
        String plain = unit.strip().replace("**", "").replace("^", "").replaceAll("\\s+", " ");
        return switch (plain) {
            case "", "1", "(0 - 1)", "0-1", "fraction", "proportion", "dimensionless" -> "1";
            case "m/s", "m.s-1", "m s-1", "meters/second" -> "m s-1";
            case "km/h" -> "km h-1";
            case "millibars", "millibar", "mbar", "mb", "hPa" -> "hPa";
            case "Pa/s" -> "Pa s-1";
            case "kg/kg", "kg.kg-1", "kg kg-1" -> "kg kg-1";
            case "C", "degC", "celsius", "deg C", "degrees_Celsius", "°C" -> "degC";
            case "m2/s2", "m2 s-2", "m 2 s -2" -> "m2 s-2";
            case "gpm", "metre", "meter", "metres", "meters", "m" -> "m";
            case "N/m2", "N m-2" -> "N m-2";
            case "W/m2", "W m-2" -> "W m-2";
            case "kg/m2/s", "kg m-2 s-1" -> "kg m-2 s-1";
            case "percent", "%" -> "%";
            case "1/s", "s-1" -> "s-1";
            default -> plain;
        };
    }
}
