package org.airshed.engine.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.airshed.engine.geography.Position;
import org.airshed.engine.random.CounterRandom;

/**
 * Groups trajectories of one length by the k-means method: Lloyd (1982), begun by k-means++ of
 * Arthur and Vassilvitskii (2007). Page: {@code docs/science/clusters.md}.
 *
 * @param cluster of each trajectory, numbered from the largest cluster (0)
 * @param centres the mean path of each cluster, {@code [cluster][point]}
 * @param variance sum over trajectories of the squared distance from their centre: m² (Euclid) or
 *     squared chords of directions [1] (angle), summed over points
 * @param explained share of the variance about the mean path that the clusters explain, 0 to 1
 */
public record Clusters(
        List<Integer> cluster, List<List<Position>> centres, double variance, double explained) {
    private static final int MOST_ROUNDS = 300;
    private static final int MOST_CLUSTERS = 100;

    /** How far two paths are apart. */
    public enum Distance {
        /** Squared ways between points of the same age, seen from the receptor's plane. */
        EUCLID,
        /** Squared chords between the directions in which points lie from the receptor. */
        ANGLE
    }

    public Clusters {
        cluster = List.copyOf(cluster);
        centres = centres.stream().map(List::copyOf).toList();
    }

    /**
     * The best of several runs, which differ in their seeded begins.
     *
     * @param trajectories all with the same number of points, two or more
     */
    public static Clusters of(
            List<Trajectory> trajectories, int count, Distance distance, long seed) {
        check(trajectories, count);
        double[][] features = features(trajectories, distance);
        double whole = withinOne(features);
        Assignment best = null;
        for (int run = 0; run < 8; run++) {
            Assignment assignment = lloyd(features, count, new CounterRandom(seed), run);
            if (best == null || assignment.variance < best.variance) {
                best = assignment;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no run");
        }
        int[] rank = rank(best.of, count);
        List<Integer> numbered = Arrays.stream(best.of).mapToObj(k -> rank[k]).toList();
        List<List<Position>> centres = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            centres.add(meanPath(trajectories, numbered, k));
        }
        double explained = whole == 0 ? 1 : 1 - best.variance / whole;
        return new Clusters(numbered, centres, best.variance, explained);
    }

    /**
     * The least number of clusters after which one more explains less than the given share of the
     * whole variance, of 1 to the most tried.
     */
    public static Clusters byExplainedVariance(
            List<Trajectory> trajectories,
            int most,
            double leastGain,
            Distance distance,
            long seed) {
        Clusters chosen = of(trajectories, 1, distance, seed);
        for (int count = 2; count <= Math.min(most, trajectories.size()); count++) {
            Clusters next = of(trajectories, count, distance, seed);
            if (next.explained() - chosen.explained() < leastGain) {
                break;
            }
            chosen = next;
        }
        return chosen;
    }

    private static void check(List<Trajectory> trajectories, int count) {
        if (count < 1 || count > MOST_CLUSTERS || count > trajectories.size()) {
            throw new IllegalArgumentException(
                    "expected 1 to %d clusters of %d trajectories, got %d"
                            .formatted(
                                    Math.min(MOST_CLUSTERS, trajectories.size()),
                                    trajectories.size(),
                                    count));
        }
        int points = trajectories.getFirst().points().size();
        for (int k = 0; k < trajectories.size(); k++) {
            int size = trajectories.get(k).points().size();
            if (size != points || points < 2) {
                throw new IllegalArgumentException(
                        "expected trajectories of one length, got %d points and %d (number %d): leave out truncated ones"
                                .formatted(points, size, k + 1));
            }
        }
    }

    /** What is compared: metres north and east of the begin, or the direction to each point. */
    private static double[][] features(List<Trajectory> trajectories, Distance distance) {
        int points = trajectories.getFirst().points().size() - 1;
        double[][] features = new double[trajectories.size()][2 * points];
        for (int k = 0; k < features.length; k++) {
            Trajectory trajectory = trajectories.get(k);
            Position begin = trajectory.points().getFirst().place();
            for (int point = 0; point < points; point++) {
                Position place = trajectory.points().get(point + 1).place();
                double bearing_rad =
                        begin.findBearingTo(place)
                                .map(b -> StrictMath.toRadians(b.degrees()))
                                .orElse(0.0);
                double way = distance == Distance.ANGLE ? 1 : begin.distanceTo(place).metres();
                features[k][2 * point] = way * StrictMath.sin(bearing_rad);
                features[k][2 * point + 1] = way * StrictMath.cos(bearing_rad);
            }
        }
        return features;
    }

    private static final class Assignment {
        final int[] of;
        double variance;

        Assignment(int trajectories) {
            of = new int[trajectories];
        }
    }

    private static Assignment lloyd(double[][] features, int count, CounterRandom random, int run) {
        double[][] centres = begins(features, count, random, run);
        Assignment assignment = new Assignment(features.length);
        Arrays.fill(assignment.of, -1);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean changed = false;
            assignment.variance = 0;
            for (int k = 0; k < features.length; k++) {
                int near = 0;
                double least = squared(features[k], centres[0]);
                for (int centre = 1; centre < count; centre++) {
                    double apart = squared(features[k], centres[centre]);
                    if (apart < least) {
                        least = apart;
                        near = centre;
                    }
                }
                changed |= assignment.of[k] != near;
                assignment.of[k] = near;
                assignment.variance += least;
            }
            if (!changed) {
                break;
            }
            means(features, assignment.of, centres);
        }
        return assignment;
    }

    /** k-means++: each next begin drawn with the squared distance from those before as weight. */
    private static double[][] begins(
            double[][] features, int count, CounterRandom random, int run) {
        double[][] centres = new double[count][];
        centres[0] = features[(int) (features.length * random.uniform(0, run, 0))].clone();
        double[] least = new double[features.length];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int centre = 1; centre < count; centre++) {
            double sum = 0;
            for (int k = 0; k < features.length; k++) {
                least[k] = Math.min(least[k], squared(features[k], centres[centre - 1]));
                sum += least[k];
            }
            double drawn = sum * random.uniform(centre, run, 0);
            int chosen = 0;
            for (double passed = least[0];
                    passed < drawn && chosen < features.length - 1;
                    passed += least[chosen]) {
                chosen++;
            }
            centres[centre] = features[chosen].clone();
        }
        return centres;
    }

    /** A cluster that lost all its members keeps its centre. */
    private static void means(double[][] features, int[] of, double[][] centres) {
        for (int centre = 0; centre < centres.length; centre++) {
            double[] sum = new double[features[0].length];
            int members = 0;
            for (int k = 0; k < features.length; k++) {
                if (of[k] == centre) {
                    members++;
                    for (int axis = 0; axis < sum.length; axis++) {
                        sum[axis] += features[k][axis];
                    }
                }
            }
            if (members > 0) {
                for (int axis = 0; axis < sum.length; axis++) {
                    centres[centre][axis] = sum[axis] / members;
                }
            }
        }
    }

    private static double withinOne(double[][] features) {
        double[][] centre = {features[0].clone()};
        means(features, new int[features.length], centre);
        double variance = 0;
        for (double[] feature : features) {
            variance += squared(feature, centre[0]);
        }
        return variance;
    }

    private static double squared(double[] one, double[] other) {
        double sum = 0;
        for (int axis = 0; axis < one.length; axis++) {
            double apart = one[axis] - other[axis];
            sum += apart * apart;
        }
        return sum;
    }

    /** New numbers of the clusters, the largest first, equal ones by their first member. */
    private static int[] rank(int[] of, int count) {
        int[] members = new int[count];
        int[] first = new int[count];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int k = of.length - 1; k >= 0; k--) {
            members[of[k]]++;
            first[of[k]] = k;
        }
        List<Integer> order = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            order.add(k);
        }
        order.sort((a, b) ->
                members[a] != members[b]
                        ? Integer.compare(members[b], members[a])
                        : Integer.compare(first[a], first[b]));
        int[] rank = new int[count];
        for (int k = 0; k < count; k++) {
            rank[order.get(k)] = k;
        }
        return rank;
    }

    /** The mean of unit vectors at each age, which has no trouble at the 180th meridian. */
    private static List<Position> meanPath(
            List<Trajectory> trajectories, List<Integer> cluster, int number) {
        List<Position> path = new ArrayList<>();
        int points = trajectories.getFirst().points().size();
        for (int point = 0; point < points; point++) {
            double x = 0;
            double y = 0;
            double z = 0;
            for (int k = 0; k < trajectories.size(); k++) {
                if (cluster.get(k) == number) {
                    Position place = trajectories.get(k).points().get(point).place();
                    double phi = StrictMath.toRadians(place.latitude_deg());
                    double lambda = StrictMath.toRadians(place.longitude_deg());
                    x += StrictMath.cos(phi) * StrictMath.cos(lambda);
                    y += StrictMath.cos(phi) * StrictMath.sin(lambda);
                    z += StrictMath.sin(phi);
                }
            }
            path.add(
                    new Position(
                            StrictMath.toDegrees(StrictMath.atan2(y, x)),
                            StrictMath.toDegrees(StrictMath.atan2(z, StrictMath.hypot(x, y)))));
        }
        return path;
    }
}
