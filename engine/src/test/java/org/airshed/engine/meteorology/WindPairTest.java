package org.airshed.engine.meteorology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Set;
import org.airshed.engine.geography.Position;
import org.junit.jupiter.api.Test;

class WindPairTest {
    private static final Instant BEGIN = Instant.parse("2016-11-20T00:00:00Z");

    /** Trilinear in space and linear in time: a field that is so comes out exactly. */
    @Test
    void aLinearFieldComesOutAsItIs() {
        var grid = new LatLonGrid(11, 7, 110, 30, 1, 1);
        var heights = new HeightAxis(0, 10, 50, 130, 1000);
        var pair =
                new WindPair(
                        linear(grid, heights, BEGIN, 0),
                        linear(grid, heights, BEGIN.plusSeconds(3600), 8));
        for (double[] at :
                new double[][] {{0, 0, 0}, {2.25, 3.5, 5}, {9.75, 5.5, 999}, {10, 6, 1000}}) {
            for (float share : new float[] {0, 0.25f, 1}) {
                double expected = at[0] - 2 * at[1] + at[2] / 8 + 8 * share;
                assertThat((double) pair.value(at[0], at[1], at[2], 0, share))
                        .isCloseTo(expected, within(2e-5));
                assertThat((double) pair.value(at[0], at[1], at[2], 2, share))
                        .isCloseTo(expected + 2, within(2e-5));
            }
        }
    }

    private static WindField linear(LatLonGrid grid, HeightAxis heights, Instant time, int added) {
        return new WindField(
                time,
                grid,
                heights,
                Set.of(),
                (row, column, parts) -> {
                    for (int level = 0; level < heights.levels(); level++) {
                        for (int part = 0; part < 4; part++) {
                            parts[4 * level + part] =
                                    (float)
                                            (column
                                                    - 2 * row
                                                    + heights.height_m(level) / 8
                                                    + added
                                                    + part);
                        }
                    }
                });
    }

    @Test
    void aWholeCircleHasItsFirstColumnAgainAfterTheLast() {
        var grid = new LatLonGrid(36, 3, 0, -10, 10, 10);
        var heights = new HeightAxis(0, 100);
        var field = linear(grid, heights, BEGIN, 0);
        var pair = new WindPair(field, linear(grid, heights, BEGIN.plusSeconds(1), 0));
        assertThat(pair.value(35.5, 1, 0, 0, 0)).isEqualTo((35f - 2 + 0f - 2) / 2);
        assertThat(pair.turned(-0.5)).isEqualTo(35.5);
        assertThat(pair.turned(36)).isEqualTo(0);
    }

    @Test
    void everyHeightFindsTheLayerItLiesIn() {
        var axis = new HeightAxis(0, 3, 10, 11.5, 40, 500, 2000);
        for (double z = 0; z <= 2000; z += 0.37) {
            int level = axis.level(z);
            assertThat(axis.height_m(level)).isLessThanOrEqualTo(z);
            assertThat(axis.height_m(level + 1)).isGreaterThan(z - 1e-9);
            assertThat(axis.above(level, z)).isBetween(0.0, 1.0);
        }
        assertThat(axis.level(2000)).isEqualTo(5);
        assertThat(axis.above(5, 2000)).isEqualTo(1);
    }

    @Test
    void anAxisBeginsAtTheGroundAndHasNoLayerTooThin() {
        assertThatThrownBy(() -> new HeightAxis(10, 20))
                .hasMessageContaining("expected the ground");
        assertThatThrownBy(() -> new HeightAxis(0, 0.1, 20_000))
                .hasMessageContaining("expected layers of");
    }

    @Test
    void momentsInOrderAndOneGridAreAskedFor() {
        var grid = new LatLonGrid(3, 3, 0, 0, 1, 1);
        var heights = new HeightAxis(0, 100);
        var first = linear(grid, heights, BEGIN, 0);
        assertThatThrownBy(() -> new WindPair(first, first)).hasMessageContaining("later moment");
        var other = linear(new LatLonGrid(3, 3, 1, 0, 1, 1), heights, BEGIN.plusSeconds(60), 0);
        assertThatThrownBy(() -> new WindPair(first, other)).hasMessageContaining("same grid");
    }

    @Test
    void theCosineIsThatOfTheLibraryToFourteenDigits() {
        for (double x = -1.5708; x <= 1.5708; x += 0.0007) {
            assertThat(GridMetric.cosine(x)).isCloseTo(StrictMath.cos(x), within(1e-14));
        }
    }

    /** Wind along a projected grid moves as far on the earth as it says: the scale is in it. */
    @Test
    void aMetreOnTheEarthIsAMetreOnEveryProjectedGrid() {
        var axes = new PlaneAxes(101, 101, -1_000_000, 3_000_000, 20_000, 20_000);
        var sphere = EarthShape.sphere(Position.EARTH_RADIUS_M);
        for (HorizontalGrid grid :
                new HorizontalGrid[] {
                    new LambertGrid(sphere, 115, 0, 30, 60, axes),
                    new PolarStereographicGrid(
                            sphere, 0, 60, new PlaneAxes(9, 9, 1e6, 1e6, 20_000, 20_000))
                }) {
            var at = new GridPoint(grid.columns() / 3.0, grid.rows() / 2.0);
            double scale = GridMetric.scale(grid, at);
            double columns = 1000 * scale * GridMetric.of(grid).columnsPerMetre();
            var there = grid.position(new GridPoint(at.column() + columns, at.row()));
            assertThat(grid.position(at).distanceTo(there).metres()).isCloseTo(1000, within(0.2));
        }
    }
}
