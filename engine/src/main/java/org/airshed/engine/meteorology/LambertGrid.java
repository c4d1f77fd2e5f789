package org.airshed.engine.meteorology;

import org.airshed.engine.geography.Position;

/**
 * A grid in Lambert's conformal conic projection: Snyder, J. P. (1987), USGS Professional Paper
 * 1395, equations 14-15 and 15-1 to 15-11; on a sphere the eccentricity is 0.
 *
 * @param centralMeridian_deg the meridian that is straight north in the plane [°]
 * @param originLatitude_deg where y is 0 on that meridian [°]
 * @param parallel1_deg first latitude at which the cone cuts the earth [°]
 * @param parallel2_deg second such latitude, the same for a tangent cone [°]
 */
public record LambertGrid(
        EarthShape earth,
        double centralMeridian_deg,
        double originLatitude_deg,
        double parallel1_deg,
        double parallel2_deg,
        PlaneAxes axes)
        implements HorizontalGrid {
    public LambertGrid {
        if (!(Math.abs(parallel1_deg) < 90)
                || !(Math.abs(parallel2_deg) < 90)
                || !(Math.abs(originLatitude_deg) < 90)
                || !(Math.abs(centralMeridian_deg) <= 720)
                || !(Math.abs(parallel1_deg + parallel2_deg) > 1e-6)) {
            throw new IllegalArgumentException(
                    "expected parallels of one cone, got %s° and %s° (origin %s°, %s°)"
                            .formatted(
                                    parallel1_deg,
                                    parallel2_deg,
                                    originLatitude_deg,
                                    centralMeridian_deg));
        }
    }

    /** The same projection with the first point of the axes at a place of the earth. */
    public LambertGrid startingAt(Position first) {
        return new LambertGrid(
                earth,
                centralMeridian_deg,
                originLatitude_deg,
                parallel1_deg,
                parallel2_deg,
                axes.from(plane(first)));
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

    /** The cone constant n, equation 15-8 (14-15 for a tangent cone). */
    private double cone() {
        double phi1 = StrictMath.toRadians(parallel1_deg);
        double phi2 = StrictMath.toRadians(parallel2_deg);
        if (Math.abs(phi1 - phi2) < 1e-10) {
            return StrictMath.sin(phi1);
        }
        return StrictMath.log(earth.parallel(phi1) / earth.parallel(phi2))
                / StrictMath.log(earth.isometric(phi1) / earth.isometric(phi2));
    }

    private double radius_m(double latitude_rad, double n) {
        double phi1 = StrictMath.toRadians(parallel1_deg);
        double t = earth.isometric(latitude_rad);
        return earth.semiMajor_m()
                * earth.parallel(phi1)
                / n
                * StrictMath.pow(t / earth.isometric(phi1), n);
    }

    private PlanePoint plane(Position position) {
        double n = cone();
        double origin_m = radius_m(StrictMath.toRadians(originLatitude_deg), n);
        double rho_m = radius_m(StrictMath.toRadians(position.latitude_deg()), n);
        double theta =
                n
                        * StrictMath.toRadians(
                                HorizontalGrid.wrapped_deg(
                                        position.longitude_deg() - centralMeridian_deg));
        return new PlanePoint(
                rho_m * StrictMath.sin(theta), origin_m - rho_m * StrictMath.cos(theta));
    }

    @Override
    public GridPoint point(Position position) {
        return axes.point(plane(position));
    }

    @Override
    public Position position(GridPoint point) {
        double n = cone();
        double phi1 = StrictMath.toRadians(parallel1_deg);
        PlanePoint plane = axes.plane(point);
        double south_m = radius_m(StrictMath.toRadians(originLatitude_deg), n) - plane.y_m();
        double side = Math.signum(n);
        double rho_m = side * StrictMath.hypot(plane.x_m(), south_m);
        double theta = StrictMath.atan2(side * plane.x_m(), side * south_m);
        double scaled = rho_m * n / (earth.semiMajor_m() * earth.parallel(phi1));
        double t = StrictMath.pow(scaled, 1 / n) * earth.isometric(phi1);
        return new Position(
                HorizontalGrid.wrapped_deg(centralMeridian_deg + StrictMath.toDegrees(theta / n)),
                Math.clamp(StrictMath.toDegrees(earth.latitude_rad(t)), -90.0, 90.0));
    }

    @Override
    public double gridNorth_rad(GridPoint point) {
        double east_deg = position(point).longitude_deg() - centralMeridian_deg;
        return cone() * StrictMath.toRadians(HorizontalGrid.wrapped_deg(east_deg));
    }
}
