package org.airshed.engine.meteorology;

/**
 * The figure of the earth a projection is drawn from: an ellipsoid, or a sphere of flattening 0.
 *
 * @param semiMajor_m equatorial radius [m]
 * @param flattening (a − b) / a [1]
 */
public record EarthShape(double semiMajor_m, double flattening) {
    /** NGA.STND.0036 (2014). */
    public static final EarthShape WGS_84 = new EarthShape(6_378_137.0, 1.0 / 298.257223563);

    public EarthShape {
        if (!(semiMajor_m > 1e6 && semiMajor_m < 1e8) || !(flattening >= 0 && flattening < 0.1)) {
            throw new IllegalArgumentException(
                    "expected a radius of 10^6 to 10^8 m and a flattening of 0 to 0.1, got "
                            + semiMajor_m
                            + " m, "
                            + flattening);
        }
    }

    public static EarthShape sphere(double radius_m) {
        return new EarthShape(radius_m, 0.0);
    }

    /** First eccentricity [1]. */
    double eccentricity() {
        return Math.sqrt(flattening * (2.0 - flattening));
    }

    /** The isometric latitude function t of Snyder (1987), equation 15-9. */
    double isometric(double latitude_rad) {
        double e = eccentricity();
        double eSin = e * StrictMath.sin(latitude_rad);
        return StrictMath.tan(StrictMath.PI / 4 - latitude_rad / 2)
                / StrictMath.pow((1 - eSin) / (1 + eSin), e / 2);
    }

    /** Radius of the parallel over the semi-major axis: m of Snyder (1987), equation 14-15. */
    double parallel(double latitude_rad) {
        double eSin = eccentricity() * StrictMath.sin(latitude_rad);
        return StrictMath.cos(latitude_rad) / Math.sqrt(1 - eSin * eSin);
    }

    /** The latitude of an isometric t by iteration: Snyder (1987), equation 7-9. */
    double latitude_rad(double t) {
        double e = eccentricity();
        double phi = StrictMath.PI / 2 - 2 * StrictMath.atan(t);
        for (int pass = 0; pass < 12; pass++) {
            double eSin = e * StrictMath.sin(phi);
            phi =
                    StrictMath.PI / 2
                            - 2
                                    * StrictMath.atan(
                                            t * StrictMath.pow((1 - eSin) / (1 + eSin), e / 2));
        }
        return phi;
    }
}
