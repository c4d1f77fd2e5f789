package org.airshed.engine.meteorology;

import org.airshed.engine.geography.Position;

/**
 * A grid in the transverse Mercator projection by Krüger's series to the sixth order: Karney, C. F.
 * F. (2011), Transverse Mercator with an accuracy of a few nanometers, J. Geodesy 85, 475–485,
 * equations 7 to 36. Within 35° of the central meridian the series is exact to a micrometre.
 *
 * @param scale on the central meridian [1]; 0.9996 for UTM
 * @param falseEasting_m added to x [m]; 500,000 for UTM
 * @param falseNorthing_m added to y [m]; 10,000,000 for UTM south of the equator
 */
public record TransverseMercatorGrid(
        EarthShape earth,
        double centralMeridian_deg,
        double originLatitude_deg,
        double scale,
        double falseEasting_m,
        double falseNorthing_m,
        PlaneAxes axes)
        implements HorizontalGrid {
    public TransverseMercatorGrid {
        if (!(Math.abs(centralMeridian_deg) <= 720)
                || !(Math.abs(originLatitude_deg) <= 90)
                || !(scale > 0.5 && scale < 2)
                || !(Math.abs(falseEasting_m) < 1e9)
                || !(Math.abs(falseNorthing_m) < 1e9)) {
            throw new IllegalArgumentException(
                    "expected a transverse Mercator projection, got meridian %s°, origin %s°, scale %s"
                            .formatted(centralMeridian_deg, originLatitude_deg, scale));
        }
    }

    /** A grid in a zone of the universal transverse Mercator system on WGS 84. */
    public static TransverseMercatorGrid utm(int zone, boolean north, PlaneAxes axes) {
        if (zone < 1 || zone > 60) {
            throw new IllegalArgumentException("expected a UTM zone from 1 to 60, got " + zone);
        }
        return new TransverseMercatorGrid(
                EarthShape.WGS_84,
                6.0 * zone - 183.0,
                0.0,
                0.9996,
                500_000.0,
                north ? 0.0 : 10_000_000.0,
                axes);
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

    @Override
    public GridPoint point(Position position) {
        double east_deg =
                HorizontalGrid.wrapped_deg(position.longitude_deg() - centralMeridian_deg);
        var kruger = new KrugerSeries(earth);
        if (Math.abs(east_deg) > KrugerSeries.REACH_DEG) {
            return new GridPoint(Double.NaN, Double.NaN);
        }
        PlanePoint unscaled =
                kruger.plane(
                        StrictMath.toRadians(position.latitude_deg()),
                        StrictMath.toRadians(east_deg));
        return axes.point(
                new PlanePoint(
                        falseEasting_m + scale * unscaled.x_m(),
                        falseNorthing_m + scale * (unscaled.y_m() - origin_m(kruger))));
    }

    private double origin_m(KrugerSeries kruger) {
        return kruger.plane(StrictMath.toRadians(originLatitude_deg), 0.0).y_m();
    }

    @Override
    public Position position(GridPoint point) {
        var place = place(point);
        return new Position(
                HorizontalGrid.wrapped_deg(
                        centralMeridian_deg + StrictMath.toDegrees(place.east_rad())),
                Math.clamp(StrictMath.toDegrees(place.latitude_rad()), -90.0, 90.0));
    }

    private KrugerSeries.Place place(GridPoint point) {
        var kruger = new KrugerSeries(earth);
        PlanePoint plane = axes.plane(point);
        return kruger.place(
                new PlanePoint(
                        (plane.x_m() - falseEasting_m) / scale,
                        (plane.y_m() - falseNorthing_m) / scale + origin_m(kruger)));
    }

    @Override
    public double gridNorth_rad(GridPoint point) {
        return place(point).gridNorth_rad();
    }
}
