package org.airshed.engine.meteorology;

import org.airshed.engine.geography.Position;

/**
 * A grid in the polar stereographic projection: Snyder, J. P. (1987), USGS Professional Paper 1395,
 * equations 21-30 to 21-34; on a sphere the eccentricity is 0.
 *
 * @param straightMeridian_deg the meridian that runs straight down (north pole) or up (south pole)
 *     from the pole [°]
 * @param trueLatitude_deg where lengths are true [°]; its sign says which pole is the centre
 */
public record PolarStereographicGrid(
        EarthShape earth, double straightMeridian_deg, double trueLatitude_deg, PlaneAxes axes)
        implements HorizontalGrid {
    public PolarStereographicGrid {
        if (!(Math.abs(trueLatitude_deg) <= 90)
                || !(Math.abs(trueLatitude_deg) > 1)
                || !(Math.abs(straightMeridian_deg) <= 720)) {
            throw new IllegalArgumentException(
                    "expected a true latitude of 1° to 90° north or south, got "
                            + trueLatitude_deg
                            + "°");
        }
    }

    /** The same projection with the first point of the axes at a place of the earth. */
    public PolarStereographicGrid startingAt(Position first) {
        return new PolarStereographicGrid(
                earth, straightMeridian_deg, trueLatitude_deg, axes.from(plane(first)));
    }

    @Override
    public int columns() {
        return axes.columns();
    }

    @Override
    public int rows() {
        return axes.rows();
    }

    @Override
    public boolean wraps() {
        return false;
    }

    /** +1 about the north pole, −1 about the south pole. */
    private double side() {
        return Math.signum(trueLatitude_deg);
    }

    /** The distance from the pole in the plane over t: equations 21-33 and 21-34. */
    private double scale_m() {
        double phi = StrictMath.toRadians(Math.abs(trueLatitude_deg));
        if (phi > StrictMath.PI / 2 - 1e-9) {
            double e = earth.eccentricity();
            return 2
                    * earth.semiMajor_m()
                    / Math.sqrt(StrictMath.pow(1 + e, 1 + e) * StrictMath.pow(1 - e, 1 - e));
        }
        return earth.semiMajor_m() * earth.parallel(phi) / earth.isometric(phi);
    }

    private PlanePoint plane(Position position) {
        double side = side();
        double rho_m =
                scale_m() * earth.isometric(side * StrictMath.toRadians(position.latitude_deg()));
        double lambda = StrictMath.toRadians(position.longitude_deg() - straightMeridian_deg);
        return new PlanePoint(
                rho_m * StrictMath.sin(lambda), -side * rho_m * StrictMath.cos(lambda));
    }

    @Override
    public GridPoint point(Position position) {
        return axes.point(plane(position));
    }

    @Override
    public Position position(GridPoint point) {
        double side = side();
        PlanePoint plane = axes.plane(point);
        double rho_m = StrictMath.hypot(plane.x_m(), plane.y_m());
        double latitude_rad = side * earth.latitude_rad(rho_m / scale_m());
        double east_deg = StrictMath.toDegrees(StrictMath.atan2(plane.x_m(), -side * plane.y_m()));
        return new Position(
                HorizontalGrid.wrapped_deg(straightMeridian_deg + east_deg),
                Math.clamp(StrictMath.toDegrees(latitude_rad), -90.0, 90.0));
    }

    @Override
    public double gridNorth_rad(GridPoint point) {
        double east_deg = position(point).longitude_deg() - straightMeridian_deg;
        return side() * StrictMath.toRadians(HorizontalGrid.wrapped_deg(east_deg));
    }
}
