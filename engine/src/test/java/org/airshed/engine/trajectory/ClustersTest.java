package org.airshed.engine.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClustersTest {
    /**
     * Three sheaves: 12 from the north, 8 from the east, 5 from the southwest, each a little
     * spread.
     */
    private static List<Trajectory> sheaves() {
        List<Trajectory> paths = new ArrayList<>();
        for (int k = 0; k < 25; k++) {
            double spread = 0.01 * (k % 4);
            paths.add(
                    k < 12
                            ? TrajectoryFilesTest.path(spread, 0.5 + spread, 9, End.NONE)
                            : k < 20
                                    ? TrajectoryFilesTest.path(0.6 + spread, spread, 9, End.NONE)
                                    : TrajectoryFilesTest.path(-0.4 - spread, -0.4, 9, End.NONE));
        }
        return paths;
    }

    @Test
    void threeSheavesAreFoundByBothDistances() {
        for (Clusters.Distance distance : Clusters.Distance.values()) {
            Clusters clusters = Clusters.of(sheaves(), 3, distance, 1);
            assertThat(clusters.cluster().subList(0, 12)).containsOnly(0);
            assertThat(clusters.cluster().subList(12, 20)).containsOnly(1);
            assertThat(clusters.cluster().subList(20, 25)).containsOnly(2);
            assertThat(clusters.explained()).isGreaterThan(0.97);
            assertThat(clusters.centres().get(0).getLast().latitude_deg()).isGreaterThan(43);
            assertThat(clusters.centres().get(2).getLast().longitude_deg()).isLessThan(114);
        }
    }

    @Test
    void theNumberIsChosenByWhatOneMoreWouldExplain() {
        Clusters clusters =
                Clusters.byExplainedVariance(
                        sheaves(), 10, 0.05, Clusters.Distance.EUCLID, 20161120);
        assertThat(clusters.centres()).hasSize(3);
    }

    /** The law: more clusters never explain less; as many as trajectories explain all. */
    @Test
    void moreClustersExplainMore() {
        double before = -1;
        for (int count = 1; count <= 6; count++) {
            double explained =
                    Clusters.of(sheaves(), count, Clusters.Distance.EUCLID, 3).explained();
            assertThat(explained).isGreaterThanOrEqualTo(before - 1e-9);
            before = explained;
        }
        var few = sheaves().subList(0, 4);
        assertThat(Clusters.of(few, 4, Clusters.Distance.EUCLID, 3).explained())
                .isCloseTo(1, within(1e-12));
        assertThat(Clusters.of(few, 1, Clusters.Distance.EUCLID, 3).explained())
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void theSameSeedGivesTheSameClusters() {
        assertThat(Clusters.of(sheaves(), 4, Clusters.Distance.ANGLE, 9))
                .isEqualTo(Clusters.of(sheaves(), 4, Clusters.Distance.ANGLE, 9));
    }

    @Test
    void truncatedPathsAmongWholeOnesAndTooManyClustersAreRefused() {
        var mixed = new ArrayList<>(sheaves());
        mixed.add(TrajectoryFilesTest.path(1, 0, 5, End.LEFT_DOMAIN));
        assertThatThrownBy(() -> Clusters.of(mixed, 3, Clusters.Distance.EUCLID, 1))
                .hasMessageContaining("leave out truncated ones");
        assertThatThrownBy(() -> Clusters.of(sheaves(), 26, Clusters.Distance.EUCLID, 1))
                .hasMessageContaining("expected 1 to 25 clusters");
    }
}
