package org.airshed.metfiles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airshed.engine.meteorology.MetVariable;

/**
 * Which of our variables a variable of a netCDF file is: by the short names of ECMWF, old and new,
 * else by its CF standard name.
 */
final class CfNames {
    /**
     * @param turned whether the file counts the quantity the other way round
     */
    record Meaning(MetVariable variable, boolean turned, boolean alongGrid) {}

    private static final Map<String, MetVariable> FLAT =
            Map.ofEntries(
                    Map.entry("sp", MetVariable.SURFACE_PRESSURE),
                    Map.entry("msl", MetVariable.SEA_LEVEL_PRESSURE),
                    Map.entry("u10", MetVariable.EASTWARD_WIND_10M),
                    Map.entry("10u", MetVariable.EASTWARD_WIND_10M),
                    Map.entry("v10", MetVariable.NORTHWARD_WIND_10M),
                    Map.entry("10v", MetVariable.NORTHWARD_WIND_10M),
                    Map.entry("t2m", MetVariable.TEMPERATURE_2M),
                    Map.entry("2t", MetVariable.TEMPERATURE_2M),
                    Map.entry("d2m", MetVariable.DEW_POINT_2M),
                    Map.entry("2d", MetVariable.DEW_POINT_2M),
                    Map.entry("r2", MetVariable.RELATIVE_HUMIDITY_2M),
                    Map.entry("skt", MetVariable.SKIN_TEMPERATURE),
                    Map.entry("sst", MetVariable.SEA_SURFACE_TEMPERATURE),
                    Map.entry("blh", MetVariable.MIXING_HEIGHT),
                    Map.entry("hpbl", MetVariable.MIXING_HEIGHT),
                    Map.entry("zust", MetVariable.FRICTION_VELOCITY),
                    Map.entry("fricv", MetVariable.FRICTION_VELOCITY),
                    Map.entry("ishf", MetVariable.SENSIBLE_HEAT_FLUX),
                    Map.entry("msshf", MetVariable.SENSIBLE_HEAT_FLUX),
                    Map.entry("avg_ishf", MetVariable.SENSIBLE_HEAT_FLUX),
                    Map.entry("iews", MetVariable.EASTWARD_STRESS),
                    Map.entry("inss", MetVariable.NORTHWARD_STRESS),
                    Map.entry("fsr", MetVariable.ROUGHNESS),
                    Map.entry("sr", MetVariable.ROUGHNESS),
                    Map.entry("z", MetVariable.OROGRAPHY),
                    Map.entry("orog", MetVariable.OROGRAPHY),
                    Map.entry("lsm", MetVariable.LAND_MASK),
                    Map.entry("tcc", MetVariable.TOTAL_CLOUD_COVER),
                    Map.entry("tp", MetVariable.PRECIPITATION),
                    Map.entry("tprate", MetVariable.PRECIPITATION));

    private static final Map<String, MetVariable> ON_LEVELS =
            Map.ofEntries(
                    Map.entry("u", MetVariable.EASTWARD_WIND),
                    Map.entry("v", MetVariable.NORTHWARD_WIND),
                    Map.entry("w", MetVariable.OMEGA),
                    Map.entry("t", MetVariable.TEMPERATURE),
                    Map.entry("q", MetVariable.SPECIFIC_HUMIDITY),
                    Map.entry("r", MetVariable.RELATIVE_HUMIDITY),
                    Map.entry("z", MetVariable.GEOPOTENTIAL_HEIGHT),
                    Map.entry("gh", MetVariable.GEOPOTENTIAL_HEIGHT),
                    Map.entry("cc", MetVariable.CLOUD_COVER),
                    Map.entry("o3", MetVariable.OZONE_MIXING_RATIO),
                    Map.entry("vo", MetVariable.VORTICITY),
                    Map.entry("pv", MetVariable.POTENTIAL_VORTICITY));

    /** ECMWF counts these fluxes downwards, whatever standard name the file gives them. */
    private static final List<String> DOWNWARD = List.of("ishf", "msshf", "avg_ishf");

    private static final Map<String, MetVariable> STANDARD = new HashMap<>();

    static {
        for (MetVariable variable : MetVariable.values()) {
            STANDARD.put(variable.standardName(), variable);
        }
        STANDARD.put("geopotential", MetVariable.GEOPOTENTIAL_HEIGHT);
        STANDARD.put("vertical_air_velocity_expressed_as_tendency_of_pressure", MetVariable.OMEGA);
        STANDARD.put("land_area_fraction", MetVariable.LAND_MASK);
        STANDARD.put("x_wind", MetVariable.EASTWARD_WIND);
        STANDARD.put("y_wind", MetVariable.NORTHWARD_WIND);
        STANDARD.put("precipitation_flux", MetVariable.PRECIPITATION);
    }

    private static final Map<MetVariable, Map<Double, MetVariable>> NEAR_THE_GROUND =
            Map.of(
                    MetVariable.EASTWARD_WIND, Map.of(10.0, MetVariable.EASTWARD_WIND_10M),
                    MetVariable.NORTHWARD_WIND, Map.of(10.0, MetVariable.NORTHWARD_WIND_10M),
                    MetVariable.TEMPERATURE, Map.of(2.0, MetVariable.TEMPERATURE_2M),
                    MetVariable.RELATIVE_HUMIDITY, Map.of(2.0, MetVariable.RELATIVE_HUMIDITY_2M));

    private CfNames() {}

    /**
     * @param height_m of a field without levels, where the file has a single height for it
     */
    static Optional<Meaning> meaning(
            NcVariable variable, boolean onLevels, Optional<Double> height_m) {
        String name = variable.name();
        String standard = variable.text("standard_name").orElse("");
        boolean alongGrid = standard.equals("x_wind") || standard.equals("y_wind");
        MetVariable byName = (onLevels ? ON_LEVELS : FLAT).get(name);
        MetVariable found =
                byName != null && agrees(byName, standard) ? byName : STANDARD.get(standard);
        if (found != null && !onLevels && found.onLevels()) {
            MetVariable flat = found;
            found =
                    height_m.map(height -> NEAR_THE_GROUND.getOrDefault(flat, Map.of()).get(height))
                            .orElse(null);
        }
        if (found == null || found.onLevels() != onLevels) {
            return Optional.empty();
        }
        return Optional.of(new Meaning(found, DOWNWARD.contains(name), alongGrid));
    }

    /** A one-letter name means what ECMWF means by it only when no standard name says otherwise. */
    private static boolean agrees(MetVariable byName, String standard) {
        MetVariable byStandard = STANDARD.get(standard);
        return byStandard == null
                || byStandard == byName
                || !byName.onLevels() && byStandard.onLevels()
                || standard.equals("geopotential");
    }
}
