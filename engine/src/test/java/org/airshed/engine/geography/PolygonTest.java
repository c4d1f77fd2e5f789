package org.airshed.engine.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PolygonTest {
    private static final double R2_KM2 = StrictMath.pow(Position.EARTH_RADIUS_M / 1000, 2);

    private static Ring ring(double... lonLat) {
        List<Position> vertices = new ArrayList<>();
        for (int i = 0; i < lonLat.length; i += 2) {
            vertices.add(new Position(lonLat[i], lonLat[i + 1]));
        }
        return Ring.of(vertices);
    }

    private static Ring box(double west, double south, double east, double north) {
        return ring(west, south, east, south, east, north, west, north);
    }

    /**
     * Area of a box between two parallels: R² Δλ (sin φ2 − sin φ1), Archimedes' hat-box theorem.
     */
    private static double boxArea_km2(double west, double south, double east, double north) {
        return R2_KM2
                * StrictMath.toRadians(east - west)
                * (StrictMath.sin(StrictMath.toRadians(north))
                        - StrictMath.sin(StrictMath.toRadians(south)));
    }

    @Test
    void aBoxHasTheAreaOfTheHatBoxTheorem() {
        double expected = boxArea_km2(115, 39, 118, 41);

        assertThat(Polygon.of(box(115, 39, 118, 41)).area().squareKilometres())
                .isCloseTo(expected, within(expected * 1e-12));
    }

    @Test
    void theWholeEarthHasTheAreaOfASphere() {
        Ring earth = ring(-180, -90, 0, -90, 180, -90, 180, 90, 0, 90, -180, 90);
        double expected = 4 * StrictMath.PI * R2_KM2;

        assertThat(Polygon.of(earth).area().squareKilometres())
                .isCloseTo(expected, within(expected * 1e-12));
    }

    @Property
    void theDirectionOfTravelAndTheFirstVertexDoNotMatter(
            @ForAll @IntRange(min = 0, max = 5) int shift) {
        List<Position> vertices =
                new ArrayList<>(
                        ring(113, 36, 120, 36, 121, 39, 119, 42, 116, 43, 113, 40).vertices());
        Position centroid = Polygon.of(Ring.of(vertices)).centroid();
        double area = Polygon.of(Ring.of(vertices)).area().squareMetres();
        Collections.rotate(vertices, shift);
        Collections.reverse(vertices);
        Polygon turned = Polygon.of(Ring.of(vertices));

        assertThat(turned.area().squareMetres()).isCloseTo(area, within(area * 1e-12));
        assertThat(turned.centroid().longitude_deg())
                .isCloseTo(centroid.longitude_deg(), within(1e-10));
        assertThat(turned.centroid().latitude_deg())
                .isCloseTo(centroid.latitude_deg(), within(1e-10));
    }

    @Property
    void twoHalvesMakeTheWhole(@ForAll @DoubleRange(min = 115.1, max = 117.9) double cut) {
        double whole = Polygon.of(box(115, 39, 118, 41)).area().squareMetres();
        double halves =
                MultiPolygon.of(
                                Polygon.of(box(115, 39, cut, 41)),
                                Polygon.of(box(cut, 39, 118, 41)))
                        .area()
                        .squareMetres();

        assertThat(halves).isCloseTo(whole, within(whole * 1e-12));
    }

    @Test
    void theCentroidOfABoxAcrossTheEquatorIsItsMiddle() {
        Position centroid = Polygon.of(box(10, -5, 30, 5)).centroid();

        assertThat(centroid.longitude_deg()).isCloseTo(20, within(1e-10));
        assertThat(centroid.latitude_deg()).isCloseTo(0, within(1e-10));
    }

    @Test
    void theCentroidIsWeightedByAreaNotByVertices() {
        // One box nine times the other's width: the centroid of longitudes is 0.9·5.5 + 0.1·0.5.
        MultiPolygon land =
                MultiPolygon.of(
                        Polygon.of(box(1, 0, 10, 1)),
                        Polygon.of(ring(0, 0, 0.3, 0, 0.6, 0, 1, 0, 1, 1, 0.5, 1, 0, 1)));

        assertThat(land.centroid().longitude_deg()).isCloseTo(5.0, within(1e-9));
    }

    @Test
    void anEdgeAndAVertexAreOnTheEdge() {
        Polygon triangle = Polygon.of(ring(0, 0, 3, 0, 0, 3));

        assertThat(triangle.containmentOf(new Position(1, 1))).isEqualTo(Containment.INSIDE);
        assertThat(triangle.containmentOf(new Position(2, 1))).isEqualTo(Containment.ON_EDGE);
        assertThat(triangle.containmentOf(new Position(0, 3))).isEqualTo(Containment.ON_EDGE);
        assertThat(triangle.containmentOf(new Position(1, 0))).isEqualTo(Containment.ON_EDGE);
        assertThat(triangle.containmentOf(new Position(2, StrictMath.nextUp(1.0))))
                .isEqualTo(Containment.OUTSIDE);
        assertThat(triangle.containmentOf(new Position(2, StrictMath.nextDown(1.0))))
                .isEqualTo(Containment.INSIDE);
        assertThat(triangle.contains(new Position(2, 1))).isTrue();
    }

    @Test
    void aRayThroughAVertexCountsOnce() {
        Ring diamond = ring(0, -1, 1, 0, 0, 1, -1, 0);

        assertThat(diamond.containmentOf(new Position(-0.5, 0))).isEqualTo(Containment.INSIDE);
        assertThat(diamond.containmentOf(new Position(-2, 0))).isEqualTo(Containment.OUTSIDE);
        assertThat(diamond.containmentOf(new Position(-0.5, 1))).isEqualTo(Containment.OUTSIDE);
        assertThat(diamond.containmentOf(new Position(-0.5, -1))).isEqualTo(Containment.OUTSIDE);
    }

    @Property
    void neighboursLeaveNoGapAndDoNotOverlap(
            @ForAll @DoubleRange(min = 0, max = 4) double lon,
            @ForAll @DoubleRange(min = 0, max = 4) double lat) {
        // A box cut along a crooked line: each point is inside one part, or on the edge of both.
        double[] cut = {0.1, 0, 1.3, 1.1, 2.7, 1.9, 3.1, 4};
        Polygon left =
                Polygon.of(
                        ring(
                                0, 0, cut[0], cut[1], cut[2], cut[3], cut[4], cut[5], cut[6],
                                cut[7], 0, 4));
        Polygon right =
                Polygon.of(
                        ring(
                                4, 0, 4, 4, cut[6], cut[7], cut[4], cut[5], cut[2], cut[3], cut[0],
                                cut[1]));
        Position position = new Position(lon, lat);

        boolean inLeft = left.containmentOf(position) == Containment.INSIDE;
        boolean inRight = right.containmentOf(position) == Containment.INSIDE;
        assertThat(inLeft && inRight).isFalse();
        assertThat(left.contains(position) || right.contains(position)).isTrue();
    }

    @Test
    void aHoleIsOutsideAndItsEdgeAnEdge() {
        Polygon land = new Polygon(box(0, 0, 10, 10), List.of(box(4, 4, 6, 6)));

        assertThat(land.containmentOf(new Position(5, 5))).isEqualTo(Containment.OUTSIDE);
        assertThat(land.containmentOf(new Position(4, 5))).isEqualTo(Containment.ON_EDGE);
        assertThat(land.containmentOf(new Position(3, 5))).isEqualTo(Containment.INSIDE);
        double expected = boxArea_km2(0, 0, 10, 10) - boxArea_km2(4, 4, 6, 6);
        assertThat(land.area().squareKilometres()).isCloseTo(expected, within(expected * 1e-12));
    }

    @Test
    void aSeparatePartIsNoHole() {
        assertThatThrownBy(() -> new Polygon(box(0, 0, 1, 1), List.of(box(5, 5, 6, 6))))
                .hasMessageContaining("separate parts make a multi-polygon");
    }

    @Test
    void unsortedRingsFindTheirRoles() {
        Ring mainland = box(0, 0, 10, 10);
        Ring lake = box(2, 2, 8, 8);
        Ring islandInTheLake = box(4, 4, 6, 6);
        Ring islandInTheSea = box(20, 0, 21, 1);

        MultiPolygon land =
                MultiPolygon.ofUnsortedRings(
                        List.of(islandInTheLake, islandInTheSea, mainland, lake));

        assertThat(land.polygons()).hasSize(3);
        assertThat(land.containmentOf(new Position(1, 1))).isEqualTo(Containment.INSIDE);
        assertThat(land.containmentOf(new Position(3, 3))).isEqualTo(Containment.OUTSIDE);
        assertThat(land.containmentOf(new Position(5, 5))).isEqualTo(Containment.INSIDE);
        assertThat(land.containmentOf(new Position(20.5, 0.5))).isEqualTo(Containment.INSIDE);
        assertThat(land.containmentOf(new Position(15, 0.5))).isEqualTo(Containment.OUTSIDE);
        assertThat(land.boundingBox()).isEqualTo(new BoundingBox(0, 0, 21, 10));
    }

    @Test
    void aLakeThatTouchesTheShoreIsStillALake() {
        MultiPolygon land =
                MultiPolygon.ofUnsortedRings(List.of(box(0, 0, 10, 10), ring(0, 0, 10, 0, 5, 5)));

        assertThat(land.polygons()).hasSize(1);
        assertThat(land.contains(new Position(5, 1))).isFalse();
    }

    @Test
    void whatIsNoRingIsRefused() {
        assertThatThrownBy(() -> ring(0, 0, 1, 1, 0, 0)).hasMessageContaining("at least 3");
        assertThatThrownBy(() -> ring(179, 0, -179, 0, -179, 1))
                .hasMessageContaining("cut at the antimeridian");
        assertThatThrownBy(() -> new MultiPolygon(List.of())).hasMessageContaining("got none");
    }

    @Test
    void aBoxMayCrossTheAntimeridian() {
        BoundingBox fiji = new BoundingBox(177, -21, -178, -12);

        assertThat(fiji.crossesAntimeridian()).isTrue();
        assertThat(fiji.contains(new Position(179, -17))).isTrue();
        assertThat(fiji.contains(new Position(-179, -17))).isTrue();
        assertThat(fiji.contains(new Position(0, -17))).isFalse();
        assertThatThrownBy(() -> fiji.union(fiji)).hasMessageContaining("antimeridian");
        assertThatThrownBy(() -> new BoundingBox(0, 2, 1, 1)).hasMessageContaining("2.0° and 1.0°");
    }
}
