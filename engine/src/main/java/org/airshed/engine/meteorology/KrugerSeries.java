package org.airshed.engine.meteorology;

/**
 * Krüger's series for one ellipsoid; the coefficients are those of Karney (2011), eq. 35 and 36.
 */
final class KrugerSeries {
    /** Beyond this distance from the meridian the series loses its accuracy [°]. */
    static final double REACH_DEG = 80.0;

    private final double e;
    private final double radius_m; // of the rectifying sphere
    private final double[] alpha; // [order − 1], to the plane
    private final double[] beta; // [order − 1], from the plane

    /** A place found from the plane, east counted from the central meridian. */
    record Place(double latitude_rad, double east_rad, double gridNorth_rad) {}

    KrugerSeries(EarthShape earth) {
        e = earth.eccentricity();
        double n = earth.flattening() / (2 - earth.flattening());
        double n2 = n * n;
        double n3 = n2 * n;
        double n4 = n2 * n2;
        double n5 = n4 * n;
        double n6 = n3 * n3;
        radius_m = earth.semiMajor_m() / (1 + n) * (1 + n2 / 4 + n4 / 64 + n6 / 256);
        alpha =
                new double[] {
                    n / 2
                            - 2 * n2 / 3
                            + 5 * n3 / 16
                            + 41 * n4 / 180
                            - 127 * n5 / 288
                            + 7891 * n6 / 37800,
                    13 * n2 / 48
                            - 3 * n3 / 5
                            + 557 * n4 / 1440
                            + 281 * n5 / 630
                            - 1983433 * n6 / 1935360,
                    61 * n3 / 240 - 103 * n4 / 140 + 15061 * n5 / 26880 + 167603 * n6 / 181440,
                    49561 * n4 / 161280 - 179 * n5 / 168 + 6601661 * n6 / 7257600,
                    34729 * n5 / 80640 - 3418889 * n6 / 1995840,
                    212378941 * n6 / 319334400
                };
        beta =
                new double[] {
                    n / 2
                            - 2 * n2 / 3
                            + 37 * n3 / 96
                            - n4 / 360
                            - 81 * n5 / 512
                            + 96199 * n6 / 604800,
                    n2 / 48 + n3 / 15 - 437 * n4 / 1440 + 46 * n5 / 105 - 1118711 * n6 / 3870720,
                    17 * n3 / 480 - 37 * n4 / 840 - 209 * n5 / 4480 + 5569 * n6 / 90720,
                    4397 * n4 / 161280 - 11 * n5 / 504 - 830251 * n6 / 7257600,
                    4583 * n5 / 161280 - 108847 * n6 / 3991680,
                    20648693 * n6 / 638668800
                };
    }

    /** Easting and northing on a central meridian of scale 1, from the equator. */
    PlanePoint plane(double latitude_rad, double east_rad) {
        double tau = StrictMath.tan(latitude_rad);
        double conformal = conformal(tau);
        double xi = StrictMath.atan2(conformal, StrictMath.cos(east_rad));
        double eta =
                arsinh(
                        StrictMath.sin(east_rad)
                                / StrictMath.hypot(conformal, StrictMath.cos(east_rad)));
        double x = eta;
        double y = xi;
        for (int order = 6; order >= 1; order--) {
            double a = alpha[order - 1];
            y += a * StrictMath.sin(2 * order * xi) * StrictMath.cosh(2 * order * eta);
            x += a * StrictMath.cos(2 * order * xi) * StrictMath.sinh(2 * order * eta);
        }
        return new PlanePoint(radius_m * x, radius_m * y);
    }

    Place place(PlanePoint plane) {
        double xi = plane.y_m() / radius_m;
        double eta = plane.x_m() / radius_m;
        double xi1 = xi;
        double eta1 = eta;
        double p = 1;
        double q = 0;
        for (int order = 6; order >= 1; order--) {
            double b = beta[order - 1];
            double sin = StrictMath.sin(2 * order * xi);
            double cos = StrictMath.cos(2 * order * xi);
            double sinh = StrictMath.sinh(2 * order * eta);
            double cosh = StrictMath.cosh(2 * order * eta);
            xi1 -= b * sin * cosh;
            eta1 -= b * cos * sinh;
            p -= 2 * order * b * cos * cosh;
            q += 2 * order * b * sin * sinh;
        }
        double sinhEta = StrictMath.sinh(eta1);
        double cosXi = StrictMath.cos(xi1);
        double conformal = StrictMath.sin(xi1) / StrictMath.hypot(sinhEta, cosXi);
        double gridNorth =
                StrictMath.atan2(q, p)
                        + StrictMath.atan2(StrictMath.sin(xi1) * StrictMath.tanh(eta1), cosXi);
        return new Place(
                StrictMath.atan(geodetic(conformal)), StrictMath.atan2(sinhEta, cosXi), gridNorth);
    }

    /** Tangent of the conformal latitude: equations 7 to 9. */
    private double conformal(double tau) {
        double root = Math.sqrt(1 + tau * tau);
        double sigma = StrictMath.sinh(e * artanh(e * tau / root));
        return tau * Math.sqrt(1 + sigma * sigma) - sigma * root;
    }

    /** Newton's method back to the geodetic latitude's tangent: equations 19 to 21. */
    private double geodetic(double conformal) {
        double tau = conformal;
        for (int pass = 0; pass < 6; pass++) {
            double at = conformal(tau);
            double e2 = 1 - e * e;
            tau +=
                    (conformal - at)
                            / Math.sqrt(1 + at * at)
                            * (1 + e2 * tau * tau)
                            / (e2 * Math.sqrt(1 + tau * tau));
        }
        return tau;
    }

    private static double arsinh(double x) {
        double size = Math.abs(x);
        double value = StrictMath.log1p(size + size * size / (1 + Math.sqrt(1 + size * size)));
        return Math.copySign(value, x);
    }

    private static double artanh(double x) {
        return 0.5 * StrictMath.log1p(2 * x / (1 - x));
    }
}
