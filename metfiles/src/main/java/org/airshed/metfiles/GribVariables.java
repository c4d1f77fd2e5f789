package org.airshed.metfiles;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.airshed.engine.meteorology.MetVariable;

/**
 * Which of our variables a parameter of a GRIB message is. Sources: WMO-No. 306 code table 4.2;
 * NCEP's table 2 and ECMWF's table 128 for edition 1.
 */
final class GribVariables {
    /** A variable on a kind of level, and how its values become ours. */
    record Meaning(MetVariable variable, Linear toSi) {}

    private static final Linear PERCENT = new Linear(0.01, 0);
    private static final Linear GEOPOTENTIAL = new Linear(1 / SiUnits.GRAVITY, 0);
    private static final Linear DOWNWARD = new Linear(-1, 0);
    private static final int ECMWF = 98;

    /** Discipline × 65536 + category × 256 + number. */
    private static final Map<Integer, Meaning> EDITION_2_ON_LEVELS = new HashMap<>();

    private static final Map<Integer, Meaning> EDITION_2_AT_THE_GROUND = new HashMap<>();
    private static final Map<Integer, Meaning> ECMWF_128_ON_LEVELS = new HashMap<>();
    private static final Map<Integer, Meaning> ECMWF_128_FLAT = new HashMap<>();
    private static final Map<Integer, Meaning> WMO_2_ON_LEVELS = new HashMap<>();
    private static final Map<Integer, Meaning> WMO_2_FLAT = new HashMap<>();

    static {
        on(EDITION_2_ON_LEVELS, 0x000000, MetVariable.TEMPERATURE);
        on(EDITION_2_ON_LEVELS, 0x000100, MetVariable.SPECIFIC_HUMIDITY);
        EDITION_2_ON_LEVELS.put(0x000101, new Meaning(MetVariable.RELATIVE_HUMIDITY, PERCENT));
        on(EDITION_2_ON_LEVELS, 0x000202, MetVariable.EASTWARD_WIND);
        on(EDITION_2_ON_LEVELS, 0x000203, MetVariable.NORTHWARD_WIND);
        on(EDITION_2_ON_LEVELS, 0x000208, MetVariable.OMEGA);
        on(EDITION_2_ON_LEVELS, 0x000209, MetVariable.UPWARD_WIND);
        on(EDITION_2_ON_LEVELS, 0x00020c, MetVariable.VORTICITY);
        on(EDITION_2_ON_LEVELS, 0x00020e, MetVariable.POTENTIAL_VORTICITY);
        on(EDITION_2_ON_LEVELS, 0x000300, MetVariable.PRESSURE);
        EDITION_2_ON_LEVELS.put(
                0x000304, new Meaning(MetVariable.GEOPOTENTIAL_HEIGHT, GEOPOTENTIAL));
        on(EDITION_2_ON_LEVELS, 0x000305, MetVariable.GEOPOTENTIAL_HEIGHT);
        on(EDITION_2_ON_LEVELS, 0x000e01, MetVariable.OZONE_MIXING_RATIO);

        on(EDITION_2_AT_THE_GROUND, 0x000000, MetVariable.SKIN_TEMPERATURE);
        on(EDITION_2_AT_THE_GROUND, 0x000011, MetVariable.SKIN_TEMPERATURE);
        on(EDITION_2_AT_THE_GROUND, 0x00000b, MetVariable.SENSIBLE_HEAT_FLUX);
        on(EDITION_2_AT_THE_GROUND, 0x00000a, MetVariable.LATENT_HEAT_FLUX);
        EDITION_2_AT_THE_GROUND.put(
                0x000107, new Meaning(MetVariable.PRECIPITATION, new Linear(1e-3, 0)));
        on(EDITION_2_AT_THE_GROUND, 0x00021e, MetVariable.FRICTION_VELOCITY);
        on(EDITION_2_AT_THE_GROUND, 0x000300, MetVariable.SURFACE_PRESSURE);
        EDITION_2_AT_THE_GROUND.put(0x000304, new Meaning(MetVariable.OROGRAPHY, GEOPOTENTIAL));
        on(EDITION_2_AT_THE_GROUND, 0x000305, MetVariable.OROGRAPHY);
        on(EDITION_2_AT_THE_GROUND, 0x000312, MetVariable.MIXING_HEIGHT);
        on(EDITION_2_AT_THE_GROUND, 0x0003c4, MetVariable.MIXING_HEIGHT);
        on(EDITION_2_AT_THE_GROUND, 0x020000, MetVariable.LAND_MASK);
        on(EDITION_2_AT_THE_GROUND, 0x020001, MetVariable.ROUGHNESS);
        on(EDITION_2_AT_THE_GROUND, 0x0a0300, MetVariable.SEA_SURFACE_TEMPERATURE);

        on(ECMWF_128_ON_LEVELS, 130, MetVariable.TEMPERATURE);
        on(ECMWF_128_ON_LEVELS, 131, MetVariable.EASTWARD_WIND);
        on(ECMWF_128_ON_LEVELS, 132, MetVariable.NORTHWARD_WIND);
        on(ECMWF_128_ON_LEVELS, 133, MetVariable.SPECIFIC_HUMIDITY);
        on(ECMWF_128_ON_LEVELS, 135, MetVariable.OMEGA);
        ECMWF_128_ON_LEVELS.put(129, new Meaning(MetVariable.GEOPOTENTIAL_HEIGHT, GEOPOTENTIAL));
        ECMWF_128_ON_LEVELS.put(157, new Meaning(MetVariable.RELATIVE_HUMIDITY, PERCENT));
        on(ECMWF_128_ON_LEVELS, 203, MetVariable.OZONE_MIXING_RATIO);
        on(ECMWF_128_ON_LEVELS, 248, MetVariable.CLOUD_COVER);
        on(ECMWF_128_ON_LEVELS, 138, MetVariable.VORTICITY);
        on(ECMWF_128_ON_LEVELS, 60, MetVariable.POTENTIAL_VORTICITY);
        ECMWF_128_FLAT.put(129, new Meaning(MetVariable.OROGRAPHY, GEOPOTENTIAL));
        on(ECMWF_128_FLAT, 34, MetVariable.SEA_SURFACE_TEMPERATURE);
        on(ECMWF_128_FLAT, 134, MetVariable.SURFACE_PRESSURE);
        on(ECMWF_128_FLAT, 151, MetVariable.SEA_LEVEL_PRESSURE);
        on(ECMWF_128_FLAT, 159, MetVariable.MIXING_HEIGHT);
        on(ECMWF_128_FLAT, 164, MetVariable.TOTAL_CLOUD_COVER);
        on(ECMWF_128_FLAT, 165, MetVariable.EASTWARD_WIND_10M);
        on(ECMWF_128_FLAT, 166, MetVariable.NORTHWARD_WIND_10M);
        on(ECMWF_128_FLAT, 167, MetVariable.TEMPERATURE_2M);
        on(ECMWF_128_FLAT, 168, MetVariable.DEW_POINT_2M);
        on(ECMWF_128_FLAT, 172, MetVariable.LAND_MASK);
        on(ECMWF_128_FLAT, 229, MetVariable.EASTWARD_STRESS);
        on(ECMWF_128_FLAT, 230, MetVariable.NORTHWARD_STRESS);
        ECMWF_128_FLAT.put(231, new Meaning(MetVariable.SENSIBLE_HEAT_FLUX, DOWNWARD));
        on(ECMWF_128_FLAT, 235, MetVariable.SKIN_TEMPERATURE);
        on(ECMWF_128_FLAT, 244, MetVariable.ROUGHNESS);

        on(WMO_2_ON_LEVELS, 7, MetVariable.GEOPOTENTIAL_HEIGHT);
        on(WMO_2_ON_LEVELS, 11, MetVariable.TEMPERATURE);
        on(WMO_2_ON_LEVELS, 33, MetVariable.EASTWARD_WIND);
        on(WMO_2_ON_LEVELS, 34, MetVariable.NORTHWARD_WIND);
        on(WMO_2_ON_LEVELS, 39, MetVariable.OMEGA);
        on(WMO_2_ON_LEVELS, 51, MetVariable.SPECIFIC_HUMIDITY);
        WMO_2_ON_LEVELS.put(52, new Meaning(MetVariable.RELATIVE_HUMIDITY, PERCENT));
        on(WMO_2_FLAT, 1, MetVariable.SURFACE_PRESSURE);
        on(WMO_2_FLAT, 7, MetVariable.OROGRAPHY);
        on(WMO_2_FLAT, 11, MetVariable.SKIN_TEMPERATURE);
        on(WMO_2_FLAT, 81, MetVariable.LAND_MASK);
        on(WMO_2_FLAT, 83, MetVariable.ROUGHNESS);
        on(WMO_2_FLAT, 122, MetVariable.SENSIBLE_HEAT_FLUX);
        on(WMO_2_FLAT, 221, MetVariable.MIXING_HEIGHT);
    }

    private GribVariables() {}

    private static void on(Map<Integer, Meaning> table, int code, MetVariable variable) {
        table.put(code, new Meaning(variable, Linear.SAME));
    }

    static Optional<Meaning> edition2(
            int centre, int discipline, int category, int number, GribLevel level) {
        int code = discipline << 16 | category << 8 | number;
        return switch (level) {
            case GribLevel.AtHeight(double height_m) -> {
                Optional<Meaning> near = nearTheGround2(code, height_m);
                yield near.isPresent() ? near : Optional.ofNullable(EDITION_2_ON_LEVELS.get(code));
            }
            case GribLevel.OnLevel ignored -> Optional.ofNullable(EDITION_2_ON_LEVELS.get(code));
            case GribLevel.Ground ignored -> {
                Meaning found = EDITION_2_AT_THE_GROUND.get(code);
                boolean flux = code == 0x00000a || code == 0x00000b;
                yield Optional.ofNullable(
                        found != null && flux && centre == ECMWF
                                ? new Meaning(found.variable(), DOWNWARD)
                                : found);
            }
            case GribLevel.SeaLevel ignored ->
                    code == 0x000301 || code == 0x000300 || code == 0x0003c0
                            ? Optional.of(new Meaning(MetVariable.SEA_LEVEL_PRESSURE, Linear.SAME))
                            : Optional.empty();
            case GribLevel.WholeColumn ignored ->
                    code == 0x000601
                            ? Optional.of(new Meaning(MetVariable.TOTAL_CLOUD_COVER, PERCENT))
                            : Optional.empty();
            case GribLevel.Unused ignored -> Optional.empty();
        };
    }

    private static Optional<Meaning> nearTheGround2(int code, double height_m) {
        MetVariable found =
                switch (code) {
                    case 0x000202 -> height_m == 10 ? MetVariable.EASTWARD_WIND_10M : null;
                    case 0x000203 -> height_m == 10 ? MetVariable.NORTHWARD_WIND_10M : null;
                    case 0x000000 -> height_m == 2 ? MetVariable.TEMPERATURE_2M : null;
                    case 0x000006 -> height_m == 2 ? MetVariable.DEW_POINT_2M : null;
                    case 0x000101 -> height_m == 2 ? MetVariable.RELATIVE_HUMIDITY_2M : null;
                    default -> null;
                };
        return Optional.ofNullable(found)
                .map(variable ->
                        new Meaning(
                                variable,
                                variable == MetVariable.RELATIVE_HUMIDITY_2M
                                        ? PERCENT
                                        : Linear.SAME));
    }

    static Optional<Meaning> edition1(int centre, int table, int number, GribLevel level) {
        boolean ecmwf = centre == ECMWF && table == 128;
        if (!ecmwf && table > 3) {
            return Optional.empty();
        }
        return switch (level) {
            case GribLevel.OnLevel ignored ->
                    Optional.ofNullable(
                            (ecmwf ? ECMWF_128_ON_LEVELS : WMO_2_ON_LEVELS).get(number));
            case GribLevel.Ground ignored ->
                    Optional.ofNullable((ecmwf ? ECMWF_128_FLAT : WMO_2_FLAT).get(number));
            case GribLevel.SeaLevel ignored ->
                    number == 2 || ecmwf && number == 151
                            ? Optional.of(new Meaning(MetVariable.SEA_LEVEL_PRESSURE, Linear.SAME))
                            : Optional.empty();
            case GribLevel.AtHeight(double height_m) ->
                    ecmwf
                            ? Optional.ofNullable(ECMWF_128_FLAT.get(number))
                            : nearTheGround1(number, height_m);
            case GribLevel.WholeColumn ignored -> Optional.empty();
            case GribLevel.Unused ignored -> Optional.empty();
        };
    }

    private static Optional<Meaning> nearTheGround1(int number, double height_m) {
        MetVariable found =
                switch (number) {
                    case 33 -> height_m == 10 ? MetVariable.EASTWARD_WIND_10M : null;
                    case 34 -> height_m == 10 ? MetVariable.NORTHWARD_WIND_10M : null;
                    case 11 -> height_m == 2 ? MetVariable.TEMPERATURE_2M : null;
                    case 17 -> height_m == 2 ? MetVariable.DEW_POINT_2M : null;
                    default -> null;
                };
        return found == null ? Optional.empty() : Optional.of(new Meaning(found, Linear.SAME));
    }
}
