package org.airshed.engine.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.airshed.engine.geography.Position;
import org.airshed.engine.meteorology.HeightAxis;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.MetLabel;
import org.airshed.engine.meteorology.WindField;
import org.junit.jupiter.api.Test;

class TrajectoriesTest {
    private static final Instant BEGIN = Instant.parse("2016-11-20T00:00:00Z");
    private static final LatLonGrid REGION = new LatLonGrid(41, 31, 106, 30, 0.5, 0.5);
    private static final HeightAxis HEIGHTS = new HeightAxis(0, 100, 1000, 4000, 9000);

    /** Eastward wind that grows with height, air that rises, pressure 1000 hPa less z / 10. */
    private static WindField uniform(int hour, double east_mps, double up_mps) {
        return new WindField(
                BEGIN.plusSeconds(3600L * hour),
                REGION,
                HEIGHTS,
                Set.of(MetLabel.SYNTHETIC),
                (row, column, parts) -> {
                    for (int level = 0; level < HEIGHTS.levels(); level++) {
                        double z_m = HEIGHTS.height_m(level);
                        // The surfaces of pressure fall eastward, 10 m a column.
                        parts[4 * level] = (float) (east_mps + z_m / 1000);
                        parts[4 * level + 1] = 0;
                        parts[4 * level + 2] = (float) (up_mps * Math.min(1, z_m / 100));
                        parts[4 * level + 3] = (float) (100_000 - 10 * (z_m + 10 * column));
                    }
                });
    }

    private static WindSequence winds(double east_mps, double up_mps, int... hours) {
        var fields = new ArrayList<WindField>();
        for (int hour : hours) {
            fields.add(uniform(hour, east_mps, up_mps));
        }
        return WindSequence.of(fields);
    }

    private static Trajectory one(TrajectoryPlan plan, TrajectoryStart start, WindSequence winds) {
        return new Trajectories(plan, 1, Workers.threads())
                .from(List.of(start), winds, done -> {})
                .getFirst();
    }

    private static TrajectoryStart at(double longitude, double height_m, int hour) {
        return new TrajectoryStart(
                new Position(longitude, 40), height_m, BEGIN.plusSeconds(3600L * hour));
    }

    @Test
    void aBackwardTrajectoryHasAPointForEveryHourTowardsWhereTheWindComesFrom() {
        Trajectory path = one(TrajectoryPlan.hours(-6), at(120, 500, 6), winds(5, 0, 0, 3, 6));
        assertThat(path.truncated()).isFalse();
        assertThat(path.labels()).containsExactly(MetLabel.SYNTHETIC);
        assertThat(path.points()).hasSize(7);
        assertThat(path.points())
                .extracting(TrajectoryPoint::age_h)
                .containsExactly(0.0, -1.0, -2.0, -3.0, -4.0, -5.0, -6.0);
        assertThat(path.points().getLast().time()).isEqualTo(BEGIN);
        double west_m = path.points().getLast().place().distanceTo(new Position(120, 40)).metres();
        assertThat(west_m).isCloseTo(5.5 * 6 * 3600, within(60.0));
        assertThat(path.points().getLast().place().longitude_deg()).isLessThan(120);
        assertThat(path.points().getFirst().pressure_hPa()).isCloseTo(922, within(0.01));
    }

    @Test
    void theMotionDecidesTheHeight() {
        var start = at(110, 500, 0);
        var winds = winds(5, 0.02, 0, 6);
        var plan = TrajectoryPlan.hours(6);
        double kinematic = last(one(plan, start, winds)).height_m();
        assertThat(kinematic).isCloseTo(500 + 0.02 * 21_600, within(0.5));
        var level = last(one(plan.with(Motion.CONSTANT_HEIGHT, Method.MIDPOINT), start, winds));
        assertThat(level.height_m()).isEqualTo(500);
        var isobaric = last(one(plan.with(Motion.ISOBARIC, Method.RUNGE_KUTTA_4), start, winds));
        assertThat(isobaric.pressure_hPa()).isCloseTo(942, within(0.01));
        assertThat(isobaric.height_m()).isLessThan(495);
    }

    private static TrajectoryPoint last(Trajectory path) {
        return path.points().getLast();
    }

    @Test
    void allMethodsAgreeWhereTheWindIsSmooth() {
        var plan = TrajectoryPlan.hours(12);
        Position second = last(one(plan, at(108, 500, 0), winds(7, 0.01, 0, 6, 12))).place();
        for (Method method : Method.values()) {
            Trajectory path =
                    one(
                            plan.with(Motion.KINEMATIC, method),
                            at(108, 500, 0),
                            winds(7, 0.01, 0, 6, 12));
            assertThat(path.end()).isEqualTo(End.NONE);
            assertThat(path.points()).hasSize(13);
            assertThat(second.distanceTo(last(path).place()).metres()).isLessThan(2);
        }
    }

    @Test
    void endsAreNamedAndTheLastMomentIsKept() {
        Trajectory left = one(TrajectoryPlan.hours(24), at(125, 500, 0), winds(20, 0, 0, 12, 24));
        assertThat(left.end()).isEqualTo(End.LEFT_DOMAIN);
        assertThat(left.hours()).isBetween(1.0, 2.0);
        Trajectory risen = one(TrajectoryPlan.hours(24), at(110, 8990, 0), winds(0, 0.5, 0, 12));
        assertThat(risen.end()).isEqualTo(End.ABOVE_TOP);
        Trajectory stopped = one(TrajectoryPlan.hours(24), at(110, 500, 0), winds(1, 0, 0, 6));
        assertThat(stopped.end()).isEqualTo(End.NO_MORE_WIND);
        assertThat(stopped.hours()).isEqualTo(6);
        Trajectory gap = one(TrajectoryPlan.hours(48), at(110, 500, 0), winds(1, 0, 0, 6, 30, 36));
        assertThat(gap.end()).isEqualTo(End.GAP_IN_WIND);
        assertThat(gap.hours()).isEqualTo(6);
        Trajectory ground =
                one(
                        TrajectoryPlan.hours(-24).with(Motion.ISOBARIC, Method.MIDPOINT),
                        at(125, 5, 24),
                        winds(-20, 0, 0, 12, 24));
        assertThat(ground.end()).isIn(End.LEFT_DOMAIN, End.BELOW_GROUND);
    }

    @Test
    void beginsOutsideTheDomainOrTheWindsTimesAreRefused() {
        var winds = winds(5, 0, 0, 6, 30);
        var plan = TrajectoryPlan.hours(-6);
        assertThatThrownBy(() -> one(plan, at(90, 500, 6), winds))
                .hasMessageContaining("expected a begin inside the wind's domain");
        assertThatThrownBy(() -> one(plan, at(110, 9500, 6), winds))
                .hasMessageContaining("expected a begin inside the wind's domain");
        assertThatThrownBy(() -> one(plan, at(110, 500, 0), winds))
                .hasMessageContaining("expected a begin with wind before it");
        assertThatThrownBy(() -> one(plan, at(110, 500, 31), winds))
                .hasMessageContaining("expected a begin with wind before it");
        assertThatThrownBy(() -> one(plan, at(110, 500, 20), winds))
                .hasMessageContaining("outside gaps of the wind");
        assertThatThrownBy(() -> at(110, -1, 0)).hasMessageContaining("above the ground");
    }

    @Test
    void calmAirEndsInTimeWithEveryMethod() {
        for (Method method : Method.values()) {
            Trajectory path =
                    one(
                            TrajectoryPlan.hours(48).with(Motion.KINEMATIC, method),
                            at(110, 0, 0),
                            winds(0, 0, 0, 12, 24, 36, 48));
            assertThat(path.truncated()).isFalse();
            assertThat(path.points()).hasSize(49);
            assertThat(last(path).place().distanceTo(new Position(110, 40)).metres())
                    .isLessThan(1e-3);
        }
    }

    @Test
    void threadsChangeNothing() {
        var starts = new ArrayList<TrajectoryStart>();
        for (int k = 0; k < 40; k++) {
            starts.add(at(107 + 0.3 * k, 50 * k, 6 + k % 6));
        }
        var winds = winds(5, 0.01, 0, 3, 6, 9, 12);
        var plan = TrajectoryPlan.hours(-8);
        var expected = new Trajectories(plan, 1, Workers.threads()).from(starts, winds, d -> {});
        for (int threads : new int[] {2, 7}) {
            assertThat(
                            new Trajectories(plan, threads, Workers.threads())
                                    .from(starts, winds, d -> {}))
                    .isEqualTo(expected);
        }
    }

    /** All the time is somewhere: over cells, or counted outside. */
    @Test
    void residenceTimesSumToTheHoursTraced() {
        var starts = List.of(at(112, 500, 12), at(118, 100, 12), at(107, 2000, 12));
        var paths =
                new Trajectories(TrajectoryPlan.hours(-12), 1, Workers.threads())
                        .from(starts, winds(9, 0, 0, 6, 12), done -> {});
        var cells = new LatLonGrid(10, 5, 108, 38, 1, 1);
        var residence = new ResidenceTime(cells, 1500, Duration.ofHours(1));
        residence.note(paths);
        double hours = residence.hoursOutside();
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 10; column++) {
                hours += residence.hours(row, column);
            }
        }
        long below =
                paths.stream()
                        .flatMap(path -> path.points().stream().skip(1))
                        .filter(point -> point.height_m() < 1500)
                        .count();
        assertThat(hours).isEqualTo(below);
        assertThat(residence.hours(2, 0)).isPositive();
    }
}
