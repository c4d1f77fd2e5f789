package org.airshed.engine.meteorology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.airshed.engine.geography.Position;
import org.junit.jupiter.api.Test;

class HorizontalGridTest {
    /** Axes whose column and row are the metres of the plane. */
    private static final PlaneAxes METRES = new PlaneAxes(2, 2, 0, 0, 1, 1);

    private static final EarthShape CLARKE_1866 = new EarthShape(6_378_206.4, 1 / 294.9786982);
    private static final EarthShape INTERNATIONAL = new EarthShape(6_378_388, 1 / 297.0);

    /** Snyder (1987), pages 296 and 297: printed to 0.1 m. */
    @Test
    void lambertGivesSnydersExamples() {
        var sphere = new LambertGrid(EarthShape.sphere(6_370_997), -96, 23, 33, 45, METRES);
        var ellipsoid = new LambertGrid(CLARKE_1866, -96, 23, 33, 45, METRES);
        GridPoint round = sphere.point(new Position(-75, 35));
        // The example stands on a sphere of radius 1: x = 0.2966785, y = 0.2462112.
        assertThat(round.column() / 6_370_997).isCloseTo(0.2966785, within(1e-7));
        assertThat(round.row() / 6_370_997).isCloseTo(0.2462112, within(1e-7));
        GridPoint flat = ellipsoid.point(new Position(-75, 35));
        assertThat(flat.column()).isCloseTo(1_894_410.9, within(0.1));
        assertThat(flat.row()).isCloseTo(1_564_649.5, within(0.1));
    }

    /** Snyder (1987), page 314: the south pole, true at 71° S, counted from 100° W. */
    @Test
    void polarStereographicGivesSnydersExample() {
        var grid = new PolarStereographicGrid(INTERNATIONAL, -100, -71, METRES);
        GridPoint point = grid.point(new Position(150, -75));
        assertThat(point.column()).isCloseTo(-1_540_033.6, within(0.1));
        assertThat(point.row()).isCloseTo(-560_526.4, within(0.1));
    }

    /** Snyder (1987), page 269 (UTM-like on Clarke 1866), printed to 0.1 m. */
    @Test
    void transverseMercatorGivesSnydersExample() {
        var grid = new TransverseMercatorGrid(CLARKE_1866, -75, 0, 0.9996, 0, 0, METRES);
        GridPoint point = grid.point(new Position(-73.5, 40.5));
        assertThat(point.column()).isCloseTo(127_106.5, within(0.1));
        assertThat(point.row()).isCloseTo(4_484_124.4, within(0.1));
    }

    private static List<HorizontalGrid> grids() {
        var axes = new PlaneAxes(50, 40, -400_000, -300_000, 20_000, 15_000);
        return List.of(
                new LatLonGrid(1440, 721, 0, -90, 0.25, 0.25),
                new LatLonGrid(30, 20, 110, 30, 0.5, 0.25),
                new GaussianGrid(4, 0, 90, new double[] {-60, -20, 21, 62}),
                new LambertGrid(EarthShape.sphere(6_370_000), 110, 36, 30, 60, axes),
                new LambertGrid(EarthShape.WGS_84, 110, -36, -36, -36, axes),
                new PolarStereographicGrid(EarthShape.WGS_84, 100, 60, axes),
                new PolarStereographicGrid(EarthShape.sphere(6_371_229), 10, -60, axes),
                TransverseMercatorGrid.utm(
                        32, true, new PlaneAxes(17, 30, 300_000, 5_000_000, 20_000, 20_000)),
                TransverseMercatorGrid.utm(
                        50, false, new PlaneAxes(17, 30, 300_000, 5_000_000, 20_000, 20_000)));
    }

    @Test
    void everyGridComesBackToItsPoint() {
        for (HorizontalGrid grid : grids()) {
            for (int row = 0; row < grid.rows(); row += 3) {
                for (int column = 0; column < grid.columns(); column += 2) {
                    GridPoint back = grid.point(grid.position(new GridPoint(column, row)));
                    assertThat(back.column())
                            .as("column of %s", grid)
                            .isCloseTo(column, within(1e-7));
                    assertThat(back.row()).as("row of %s", grid).isCloseTo(row, within(1e-7));
                }
            }
        }
    }

    /** A short step along the grid's north must set out in the bearing the grid names. */
    @Test
    void theGridsNorthIsWhereItsRowsRunTo() {
        for (HorizontalGrid grid : grids()) {
            var here = new GridPoint(grid.columns() * 0.7, grid.rows() * 0.3);
            var ahead = new GridPoint(here.column(), here.row() + 1e-4);
            Position from = grid.position(here);
            Position to = grid.position(ahead);
            double east_rad =
                    StrictMath.toRadians(
                                    HorizontalGrid.wrapped_deg(
                                            to.longitude_deg() - from.longitude_deg()))
                            * StrictMath.cos(StrictMath.toRadians(from.latitude_deg()));
            double north_rad = StrictMath.toRadians(to.latitude_deg() - from.latitude_deg());
            // On an ellipsoid a degree of latitude is shorter; conformal maps keep the angle.
            double bearing = StrictMath.atan2(east_rad, north_rad);
            assertThat(grid.gridNorth_rad(here)).as("%s", grid).isCloseTo(bearing, within(3e-3));
        }
    }

    @Test
    void aWholeCircleWrapsAndAPartOfItDoesNot() {
        var globe = new LatLonGrid(360, 181, -180, -90, 1, 1);
        assertThat(globe.wraps()).isTrue();
        assertThat(globe.point(new Position(180, 0)).column()).isZero();
        assertThat(globe.point(new Position(179.5, 0)).column()).isEqualTo(359.5);
        assertThat(globe.contains(globe.point(new Position(179.5, 89)))).isTrue();
        var box = new LatLonGrid(11, 11, 350, 0, 2, 1);
        assertThat(box.wraps()).isFalse();
        assertThat(box.point(new Position(2, 0)).column()).isEqualTo(6);
        assertThat(box.point(new Position(-12, 0)).column()).isEqualTo(-1);
        assertThat(box.contains(box.point(new Position(-12, 0)))).isFalse();
    }

    @Test
    void whatIsNoGridIsRefused() {
        assertThatThrownBy(() -> new LatLonGrid(361, 181, 0, -90, 1, 1))
                .hasMessageContaining("at most a circle");
        assertThatThrownBy(() -> new LatLonGrid(360, 182, 0, -90, 1, 1))
                .hasMessageContaining("latitudes from -90° to 90°");
        assertThatThrownBy(() -> new LatLonGrid(1 << 20, 1 << 20, 0, 0, 1e-6, 1e-6))
                .hasMessageContaining("2^28");
        assertThatThrownBy(() -> new PlaneAxes(3, 3, 0, 0, Double.NaN, 1))
                .hasMessageContaining("steps above 0 m");
    }
}
