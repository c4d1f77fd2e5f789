package org.airshed.metfiles;

import java.io.IOException;
import org.airshed.engine.geography.Position;
import org.airshed.engine.meteorology.EarthShape;
import org.airshed.engine.meteorology.HorizontalGrid;
import org.airshed.engine.meteorology.LambertGrid;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.PlaneAxes;
import org.airshed.engine.meteorology.PolarStereographicGrid;

/**
 * The grid of an ARL packed file from its twelve numbers: pole latitude and longitude, reference
 * latitude and longitude, grid size [km], orientation, cone angle, and column, row, latitude,
 * longitude of a point. A grid size of 0 means latitude and longitude, whose steps then stand as
 * the reference's.
 */
record ArlGrid(HorizontalGrid grid, boolean turned) {
    /** The radius of the earth in ARL's map routines [m]. */
    private static final EarthShape EARTH = EarthShape.sphere(6_371_200.0);

    static ArlGrid of(FileBytes bytes, ArlIndex index) throws IOException {
        try {
            return laid(bytes, index, index.projection());
        } catch (IllegalArgumentException wrong) {
            throw new MetFileRefusedException(bytes.file(), 59, wrong.getMessage() + "", wrong);
        }
    }

    private static ArlGrid laid(FileBytes bytes, ArlIndex index, double[] numbers)
            throws IOException {
        double reference_deg = numbers[2];
        double meridian_deg = numbers[3];
        double size_m = numbers[4] * 1000;
        double cone_deg = numbers[6];
        double column = numbers[7] - 1;
        double row = numbers[8] - 1;
        double latitude_deg = numbers[9];
        double longitude_deg = numbers[10];
        if (size_m == 0) {
            return new ArlGrid(
                    new LatLonGrid(
                            index.columns(),
                            index.rows(),
                            longitude_deg - column * meridian_deg,
                            latitude_deg - row * reference_deg,
                            meridian_deg,
                            reference_deg),
                    false);
        }
        if (column != 0 || row != 0 || numbers[5] != 0 || Math.abs(cone_deg) < 1) {
            throw bytes.refused(
                    59,
                    "expected a Lambert or polar stereographic grid, not rotated, placed by its"
                            + " first point, got %s".formatted(java.util.Arrays.toString(numbers)));
        }
        PlaneAxes axes = new PlaneAxes(index.columns(), index.rows(), 0, 0, size_m, size_m);
        Position first =
                new Position(
                        longitude_deg > 180 ? longitude_deg - 360 : longitude_deg, latitude_deg);
        if (Math.abs(cone_deg) == 90) {
            return new ArlGrid(
                    new PolarStereographicGrid(
                                    EARTH,
                                    meridian_deg,
                                    Math.copySign(reference_deg, cone_deg),
                                    axes)
                            .startingAt(first),
                    true);
        }
        // The grid size holds at the reference latitude; a tangent cone has it where it touches.
        if (Math.abs(reference_deg - cone_deg) > 1e-3) {
            throw bytes.refused(
                    59,
                    "expected the grid size at the cone's own latitude %s°, got it at %s°"
                            .formatted(cone_deg, reference_deg));
        }
        return new ArlGrid(
                new LambertGrid(EARTH, meridian_deg, cone_deg, cone_deg, cone_deg, axes)
                        .startingAt(first),
                true);
    }
}
