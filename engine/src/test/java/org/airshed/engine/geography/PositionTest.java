package org.airshed.engine.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PositionTest {
    private static final double HALF_TURN_M = StrictMath.PI * Position.EARTH_RADIUS_M;

    /** Aviation Formulary V1.47 (E. Williams): LAX to JFK is 0.623585 rad, initial course 66°. */
    @Test
    void losAngelesToNewYorkIsAsPublished() {
        Position lax = new Position(-(118 + 24 / 60.0), 33 + 57 / 60.0);
        Position jfk = new Position(-(73 + 47 / 60.0), 40 + 38 / 60.0);

        assertThat(lax.distanceTo(jfk).metres() / Position.EARTH_RADIUS_M)
                .isCloseTo(0.623585, within(1e-6));
        assertThat(lax.findBearingTo(jfk).orElseThrow().degrees()).isCloseTo(65.89, within(0.01));
    }

    /** Rosetta Code, Haversine formula: BNA to LAX 2887.2599506071106 km on R = 6372.8 km. */
    @Test
    void nashvilleToLosAngelesIsAsPublished() {
        Position bna = new Position(-86.67, 36.12);
        Position lax = new Position(-118.40, 33.94);

        assertThat(bna.distanceTo(lax).metres() / Position.EARTH_RADIUS_M)
                .isCloseTo(2887.2599506071106 / 6372.8, within(1e-12));
    }

    /** Movable Type Scripts (C. Veness): Land's End to John o'Groats, 968.9 km, 009°07′11″. */
    @Test
    void landsEndToJohnOGroatsIsAsPublished() {
        Position landsEnd =
                new Position(-(5 + 42 / 60.0 + 53 / 3600.0), 50 + 3 / 60.0 + 59 / 3600.0);
        Position johnOGroats =
                new Position(-(3 + 4 / 60.0 + 12 / 3600.0), 58 + 38 / 60.0 + 38 / 3600.0);

        assertThat(landsEnd.distanceTo(johnOGroats).kilometres()).isCloseTo(968.9, within(0.06));
        assertThat(landsEnd.findBearingTo(johnOGroats).orElseThrow().degrees())
                .isCloseTo(9 + 7 / 60.0 + 11 / 3600.0, within(0.5 / 3600.0));
    }

    @Property
    void distanceIsSymmetricBitForBit(
            @ForAll @DoubleRange(min = -180, max = 180) double lon1,
            @ForAll @DoubleRange(min = -90, max = 90) double lat1,
            @ForAll @DoubleRange(min = -180, max = 180) double lon2,
            @ForAll @DoubleRange(min = -90, max = 90) double lat2) {
        Position one = new Position(lon1, lat1);
        Position other = new Position(lon2, lat2);

        assertThat(one.distanceTo(other)).isEqualTo(other.distanceTo(one));
        assertThat(one.distanceTo(other).metres()).isLessThanOrEqualTo(HALF_TURN_M * (1 + 1e-15));
    }

    @Property
    void aDetourIsNeverShorter(
            @ForAll @DoubleRange(min = -180, max = 180) double lon1,
            @ForAll @DoubleRange(min = -90, max = 90) double lat1,
            @ForAll @DoubleRange(min = -180, max = 180) double lon2,
            @ForAll @DoubleRange(min = -90, max = 90) double lat2,
            @ForAll @DoubleRange(min = -180, max = 180) double lon3,
            @ForAll @DoubleRange(min = -90, max = 90) double lat3) {
        Position a = new Position(lon1, lat1);
        Position b = new Position(lon2, lat2);
        Position c = new Position(lon3, lat3);

        double detour_m = a.distanceTo(b).metres() + b.distanceTo(c).metres();
        assertThat(a.distanceTo(c).metres()).isLessThanOrEqualTo(detour_m + 1e-6);
    }

    @Property
    void goingThereAndMeasuringAgree(
            @ForAll @DoubleRange(min = -180, max = 180) double lon,
            @ForAll @DoubleRange(min = -89, max = 89) double lat,
            @ForAll @DoubleRange(min = 0, max = 359.9) double bearing,
            @ForAll @DoubleRange(min = 100, max = 15_000_000) double metres) {
        Position start = new Position(lon, lat);
        Position end = start.destination(new Bearing(bearing), Length.ofMetres(metres));

        assertThat(start.distanceTo(end).metres()).isCloseTo(metres, within(0.5));
    }

    @Test
    void thePoleIsAQuarterTurnFromTheEquator() {
        Position equator = new Position(116.4, 0);
        Position pole = new Position(-20, 90);

        assertThat(equator.distanceTo(pole).metres()).isCloseTo(HALF_TURN_M / 2, within(1e-6));
        assertThat(equator.findBearingTo(pole).orElseThrow().degrees()).isCloseTo(0, within(1e-9));
        assertThat(pole.distanceTo(new Position(77, 90)).metres()).isCloseTo(0, within(1e-6));
    }

    @Test
    void theAntimeridianIsNoWall() {
        Position east = new Position(179.5, 0);
        Position west = new Position(-179.5, 0);

        assertThat(east.distanceTo(west).metres()).isCloseTo(HALF_TURN_M / 180, within(1e-6));
        assertThat(east.findBearingTo(west).orElseThrow().degrees()).isCloseTo(90, within(1e-9));
        assertThat(
                        east.destination(new Bearing(90), Length.ofMetres(HALF_TURN_M / 180))
                                .longitude_deg())
                .isCloseTo(-179.5, within(1e-9));
    }

    @Test
    void noDirectionLeadsToTheSamePlaceOrTheAntipode() {
        Position here = new Position(116.4, 39.9);

        assertThat(here.findBearingTo(here)).isEmpty();
        assertThat(here.findBearingTo(new Position(-63.6, -39.9))).isEmpty();
        assertThat(here.distanceTo(here)).isEqualTo(Length.ofMetres(0));
    }

    @Test
    void whatIsNoPositionIsRefusedByName() {
        assertThatThrownBy(() -> new Position(180.1, 0))
                .hasMessage("expected a longitude from -180° to 180°, got 180.1°");
        assertThatThrownBy(() -> new Position(0, Double.NaN))
                .hasMessage("expected a latitude from -90° to 90°, got NaN°");
        assertThatThrownBy(() -> Length.ofMetres(-1)).hasMessageContaining("-1.0 m");
        assertThatThrownBy(() -> Area.ofSquareMetres(Double.NaN)).hasMessageContaining("NaN m²");
        assertThatThrownBy(() -> new Bearing(360)).hasMessageContaining("360.0°");
    }

    @Property
    void anyNumberOfDegreesIsSomeBearing(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double degrees) {
        Bearing bearing = Bearing.ofAnyDegrees(degrees);

        assertThat(bearing.opposite().opposite().degrees())
                .satisfies(back -> {
                    double turn = StrictMath.abs(back - bearing.degrees());
                    assertThat(StrictMath.min(turn, 360 - turn)).isLessThan(1e-9);
                });
    }
}
