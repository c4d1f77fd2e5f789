package org.airshed.engine.geography;

import java.util.Optional;

/**
 * A place on the earth's surface in WGS 84 degrees, longitude east and latitude north.
 *
 * <p>Distances and bearings are those of a sphere, at most 0.6 % from the ellipsoid. Source,
 * equations and checks: {@code docs/science/geography.md}.
 */
public record Position(double longitude_deg, double latitude_deg) {
    /** Mean radius R1 = (2a + b) / 3 of GRS 80: Moritz, H. (2000), J. Geodesy 74, 128–133. */
    public static final double EARTH_RADIUS_M = 6_371_008.771;

    public Position {
        check(longitude_deg, latitude_deg);
    }

    static void check(double longitude_deg, double latitude_deg) {
        if (!(longitude_deg >= -180.0 && longitude_deg <= 180.0)) {
            throw new IllegalArgumentException(
                    "expected a longitude from -180° to 180°, got " + longitude_deg + "°");
        }
        if (!(latitude_deg >= -90.0 && latitude_deg <= 90.0)) {
            throw new IllegalArgumentException(
                    "expected a latitude from -90° to 90°, got " + latitude_deg + "°");
        }
    }

    /** Length of the shorter great-circle arc between the two places. */
    public Length distanceTo(Position other) {
        return Length.ofMetres(EARTH_RADIUS_M * centralAngle_rad(other));
    }

    /** The Vincenty form: well-conditioned for near, far and antipodal places alike. */
    private double centralAngle_rad(Position other) {
        double phi1 = StrictMath.toRadians(latitude_deg);
        double phi2 = StrictMath.toRadians(other.latitude_deg);
        // The absolute difference makes both directions the same computation, bit for bit.
        double dLambda = StrictMath.toRadians(StrictMath.abs(other.longitude_deg - longitude_deg));
        double low = StrictMath.min(phi1, phi2);
        double high = StrictMath.max(phi1, phi2);
        double east = StrictMath.cos(high) * StrictMath.sin(dLambda);
        double north =
                StrictMath.cos(low) * StrictMath.sin(high)
                        - StrictMath.sin(low) * StrictMath.cos(high) * StrictMath.cos(dLambda);
        double along =
                StrictMath.sin(low) * StrictMath.sin(high)
                        + StrictMath.cos(low) * StrictMath.cos(high) * StrictMath.cos(dLambda);
        return StrictMath.atan2(StrictMath.hypot(east, north), along);
    }

    /**
     * The direction in which the great circle to the other place sets out; empty when every
     * direction serves: the same place, or its antipode. At a pole the bearing is counted from the
     * meridian this position names.
     */
    public Optional<Bearing> findBearingTo(Position other) {
        double phi1 = StrictMath.toRadians(latitude_deg);
        double phi2 = StrictMath.toRadians(other.latitude_deg);
        double dLambda = StrictMath.toRadians(other.longitude_deg - longitude_deg);
        double east = StrictMath.sin(dLambda) * StrictMath.cos(phi2);
        double north =
                StrictMath.cos(phi1) * StrictMath.sin(phi2)
                        - StrictMath.sin(phi1) * StrictMath.cos(phi2) * StrictMath.cos(dLambda);
        // Below 1e-15 of a radian (6 nm) the direction is rounding noise.
        if (StrictMath.hypot(east, north) < 1e-15) {
            return Optional.empty();
        }
        return Optional.of(
                Bearing.ofAnyDegrees(StrictMath.toDegrees(StrictMath.atan2(east, north))));
    }

    /** The place reached by following the great circle that sets out in this direction. */
    public Position destination(Bearing bearing, Length distance) {
        double delta = distance.metres() / EARTH_RADIUS_M;
        double theta = StrictMath.toRadians(bearing.degrees());
        double phi1 = StrictMath.toRadians(latitude_deg);
        double sinPhi2 =
                StrictMath.sin(phi1) * StrictMath.cos(delta)
                        + StrictMath.cos(phi1) * StrictMath.sin(delta) * StrictMath.cos(theta);
        double phi2 = StrictMath.asin(StrictMath.max(-1.0, StrictMath.min(1.0, sinPhi2)));
        double dLambda =
                StrictMath.atan2(
                        StrictMath.sin(theta) * StrictMath.sin(delta) * StrictMath.cos(phi1),
                        StrictMath.cos(delta) - StrictMath.sin(phi1) * sinPhi2);
        return new Position(
                wrapped_deg(longitude_deg + StrictMath.toDegrees(dLambda)),
                StrictMath.toDegrees(phi2));
    }

    private static double wrapped_deg(double longitude_deg) {
        if (longitude_deg > 180.0) {
            return longitude_deg - 360.0;
        }
        return longitude_deg < -180.0 ? longitude_deg + 360.0 : longitude_deg;
    }
}
