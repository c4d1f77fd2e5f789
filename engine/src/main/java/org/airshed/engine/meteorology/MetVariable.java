package org.airshed.engine.meteorology;

/**
 * A quantity of the weather under its CF standard name and SI unit: CF Standard Name Table v85.
 * Wind is towards the earth's east and north, never along a grid's axes.
 */
public enum MetVariable {
    EASTWARD_WIND("eastward_wind", "m s-1", true),
    NORTHWARD_WIND("northward_wind", "m s-1", true),
    /** Downward positive, as pressure grows. */
    OMEGA("lagrangian_tendency_of_air_pressure", "Pa s-1", true),
    UPWARD_WIND("upward_air_velocity", "m s-1", true),
    TEMPERATURE("air_temperature", "K", true),
    SPECIFIC_HUMIDITY("specific_humidity", "1", true),
    RELATIVE_HUMIDITY("relative_humidity", "1", true),
    GEOPOTENTIAL_HEIGHT("geopotential_height", "m", true),
    PRESSURE("air_pressure", "Pa", true),
    CLOUD_COVER("cloud_area_fraction_in_atmosphere_layer", "1", true),
    OZONE_MIXING_RATIO("mass_fraction_of_ozone_in_air", "1", true),
    VORTICITY("atmosphere_relative_vorticity", "s-1", true),
    POTENTIAL_VORTICITY("ertel_potential_vorticity", "K m2 kg-1 s-1", true),

    SURFACE_PRESSURE("surface_air_pressure", "Pa", false),
    SEA_LEVEL_PRESSURE("air_pressure_at_mean_sea_level", "Pa", false),
    EASTWARD_WIND_10M("eastward_wind_at_10m", "m s-1", false),
    NORTHWARD_WIND_10M("northward_wind_at_10m", "m s-1", false),
    TEMPERATURE_2M("air_temperature_at_2m", "K", false),
    DEW_POINT_2M("dew_point_temperature_at_2m", "K", false),
    RELATIVE_HUMIDITY_2M("relative_humidity_at_2m", "1", false),
    SKIN_TEMPERATURE("surface_temperature", "K", false),
    SEA_SURFACE_TEMPERATURE("sea_surface_temperature", "K", false),
    MIXING_HEIGHT("atmosphere_boundary_layer_thickness", "m", false),
    FRICTION_VELOCITY("friction_velocity", "m s-1", false),
    /** Mean flux from the ground into the air. */
    SENSIBLE_HEAT_FLUX("surface_upward_sensible_heat_flux", "W m-2", false),
    /** Mean flux from the ground into the air. */
    LATENT_HEAT_FLUX("surface_upward_latent_heat_flux", "W m-2", false),
    /** Mean stress of the air on the ground. */
    EASTWARD_STRESS("surface_downward_eastward_stress", "Pa", false),
    /** Mean stress of the air on the ground. */
    NORTHWARD_STRESS("surface_downward_northward_stress", "Pa", false),
    ROUGHNESS("surface_roughness_length", "m", false),
    OROGRAPHY("surface_altitude", "m", false),
    /** 1 on land, 0 on water, a share between. */
    LAND_MASK("land_binary_mask", "1", false),
    TOTAL_CLOUD_COVER("cloud_area_fraction", "1", false),
    /** Mean rate as depth of water over the interval the file gives. */
    PRECIPITATION("lwe_precipitation_rate", "m s-1", false);

    private final String standardName;
    private final String unit;
    private final boolean onLevels;

    MetVariable(String standardName, String unit, boolean onLevels) {
        this.standardName = standardName;
        this.unit = unit;
        this.onLevels = onLevels;
    }

    /** The CF standard name; of values at 2 m and 10 m the name with its height, as ours. */
    public String standardName() {
        return standardName;
    }

    /** The SI unit in the notation of UDUNITS. */
    public String unit() {
        return unit;
    }

    /** Whether its fields stand on the step's levels; else they have one. */
    public boolean onLevels() {
        return onLevels;
    }
}
