package org.airshed.engine.geography;

/**
 * Area and first moments of a surface on the unit sphere: ∬ cos φ dλ dφ, ∬ λ cos φ dλ dφ and ∬ φ
 * cos φ dλ dφ, with λ, φ in radians. Each is turned into an integral along the outline by Green's
 * theorem and summed over pieces of at most one degree by five-point Gauss–Legendre quadrature,
 * where its error is below the rounding error. Equations: {@code docs/science/geography.md}.
 */
record SurfaceMoments(double area, double longitude, double latitude) {
    static final SurfaceMoments NONE = new SurfaceMoments(0.0, 0.0, 0.0);

    private static final double PIECE_DEG = 1.0;

    // Abscissae on [0, 1] and weights summing to 1: Abramowitz & Stegun (1964), table 25.4.
    private static final double[] NODES = {
        0.04691007703066800, 0.23076534494715846, 0.5, 0.76923465505284154, 0.95308992296933200
    };
    private static final double[] WEIGHTS = {
        0.11846344252809454,
        0.23931433524968324,
        0.28444444444444444,
        0.23931433524968324,
        0.11846344252809454
    };

    /** Moments of the surface inside the ring; positive whichever way the ring runs. */
    static SurfaceMoments ofRing(double[] longitudes_deg, double[] latitudes_deg) {
        double lambda0 = StrictMath.toRadians(longitudes_deg[0]);
        double phi0 = StrictMath.toRadians(latitudes_deg[0]);
        double area = 0.0;
        double lambdaMoment = 0.0;
        double phiMoment = 0.0;
        int count = longitudes_deg.length;
        for (int from = 0; from < count; from++) {
            int to = from + 1 == count ? 0 : from + 1;
            double phi1 = StrictMath.toRadians(latitudes_deg[from]);
            double dPhi = StrictMath.toRadians(latitudes_deg[to]) - phi1;
            if (dPhi == 0.0) {
                continue; // every integrand below is multiplied by dφ
            }
            double lambda1 = StrictMath.toRadians(longitudes_deg[from]) - lambda0;
            double dLambda = StrictMath.toRadians(longitudes_deg[to]) - lambda0 - lambda1;
            int pieces = pieces(StrictMath.toDegrees(dLambda), StrictMath.toDegrees(dPhi));
            for (int piece = 0; piece < pieces; piece++) {
                for (int node = 0; node < NODES.length; node++) {
                    double t = (piece + NODES[node]) / pieces;
                    double lambda = lambda1 + t * dLambda;
                    double phi = phi1 + t * dPhi;
                    double element = lambda * StrictMath.cos(phi) * dPhi * WEIGHTS[node] / pieces;
                    area += element;
                    lambdaMoment += element * lambda / 2.0;
                    phiMoment += element * (phi - phi0);
                }
            }
        }
        double sign = area < 0.0 ? -1.0 : 1.0;
        return new SurfaceMoments(
                sign * area,
                sign * (lambdaMoment + lambda0 * area),
                sign * (phiMoment + phi0 * area));
    }

    private static int pieces(double dLambda_deg, double dPhi_deg) {
        double longest = StrictMath.max(StrictMath.abs(dLambda_deg), StrictMath.abs(dPhi_deg));
        return StrictMath.max(1, (int) StrictMath.ceil(longest / PIECE_DEG));
    }

    SurfaceMoments plus(SurfaceMoments other) {
        return new SurfaceMoments(
                area + other.area, longitude + other.longitude, latitude + other.latitude);
    }

    SurfaceMoments minus(SurfaceMoments other) {
        return new SurfaceMoments(
                area - other.area, longitude - other.longitude, latitude - other.latitude);
    }

    Area onEarth() {
        // Rounding may leave −0 or a few ulp below it for a surface with no inside.
        double unitArea = StrictMath.max(0.0, area);
        return Area.ofSquareMetres(unitArea * Position.EARTH_RADIUS_M * Position.EARTH_RADIUS_M);
    }

    Position centroid() {
        if (!(area > 0.0)) {
            throw new IllegalStateException("expected a surface with an inside, got area " + area);
        }
        return new Position(
                StrictMath.toDegrees(longitude / area), StrictMath.toDegrees(latitude / area));
    }
}
