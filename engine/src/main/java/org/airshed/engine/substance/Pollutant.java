package org.airshed.engine.substance;

import java.util.Optional;

/**
 * A pollutant with an ambient limit, in the order in which Chinese reports list them (GB 3095-2026
 * Tables 1 and 2; GB 3095-2012 has the same list).
 */
public enum Pollutant {
    SO2("so2"),
    NO2("no2"),
    CO("co"),
    O3("o3"),
    PM10("pm10"),
    PM2_5("pm2_5"),
    TSP("tsp"),
    NOX("nox"),
    LEAD("pb"),
    BENZO_A_PYRENE("bap");

    private final String code;

    Pollutant(String code) {
        this.code = code;
    }

    /** The word for this pollutant in files, the API and the database: {@code "pm2_5"}. */
    public String code() {
        return code;
    }

    /** The pollutant with this code, or empty when no pollutant has it. */
    public static Optional<Pollutant> findByCode(String code) {
        for (Pollutant pollutant : values()) {
            if (pollutant.code.equals(code)) {
                return Optional.of(pollutant);
            }
        }
        return Optional.empty();
    }
}
