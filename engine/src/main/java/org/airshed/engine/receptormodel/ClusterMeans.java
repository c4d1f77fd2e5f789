package org.airshed.engine.receptormodel;

import java.util.ArrayList;
import java.util.List;

/**
 * What the clusters of trajectories brought: their means, and each one's share of everything that
 * arrived. The clusters are given. See docs/science/cluster-means.md.
 */
public final class ClusterMeans {
    private static final double Z_95 = 1.959963984540054; // the normal quantile of 0.975

    private ClusterMeans() {}

    /**
     * @param cluster its number, from 0
     * @param trajectories with a measured value
     * @param mean in the unit measured; {@code NaN} without a trajectory
     * @param low the lower end of the 95 % interval of the mean; {@code NaN} with fewer than two
     * @param high the upper end
     * @param frequency_percent share of the trajectories
     * @param contribution_percent share of the sum of everything measured
     */
    public record ClusterMean(
            int cluster,
            int trajectories,
            double mean,
            double low,
            double high,
            double frequency_percent,
            double contribution_percent) {}

    /**
     * The means of all clusters up to the highest number given.
     *
     * @param measured [trajectory], {@code NaN} where nothing was measured
     * @param clusters [trajectory], each from 0
     */
    public static List<ClusterMean> of(double[] measured, int[] clusters) {
        if (measured.length != clusters.length) {
            throw new IllegalArgumentException(
                    "expected a cluster for each of %d trajectories, got %d"
                            .formatted(measured.length, clusters.length));
        }
        int many = 0;
        for (int cluster : clusters) {
            if (cluster < 0 || cluster > 9999) {
                throw new IllegalArgumentException(
                        "expected clusters numbered 0 to 9999, got " + cluster);
            }
            many = Math.max(many, cluster + 1);
        }
        int[] counts = new int[many];
        double[] sums = new double[many];
        int count = 0;
        double sum = 0;
        for (int at = 0; at < measured.length; at++) {
            if (!Double.isNaN(measured[at])) {
                counts[clusters[at]]++;
                sums[clusters[at]] += measured[at];
                count++;
                sum += measured[at];
            }
        }
        double[] squares = squares(measured, clusters, counts, sums);
        List<ClusterMean> means = new ArrayList<>();
        for (int cluster = 0; cluster < many; cluster++) {
            int n = counts[cluster];
            double mean = n == 0 ? Double.NaN : sums[cluster] / n;
            double half = n < 2 ? Double.NaN : Z_95 * Math.sqrt(squares[cluster] / (n - 1.0) / n);
            means.add(
                    new ClusterMean(
                            cluster,
                            n,
                            mean,
                            mean - half,
                            mean + half,
                            count == 0 ? Double.NaN : 100.0 * n / count,
                            sum == 0 ? Double.NaN : 100.0 * sums[cluster] / sum));
        }
        return List.copyOf(means);
    }

    /** The squared distances from each cluster's own mean. */
    private static double[] squares(
            double[] measured, int[] clusters, int[] counts, double[] sums) {
        double[] squares = new double[counts.length];
        for (int at = 0; at < measured.length; at++) {
            if (!Double.isNaN(measured[at])) {
                int cluster = clusters[at];
                double apart = measured[at] - sums[cluster] / counts[cluster];
                squares[cluster] += apart * apart;
            }
        }
        return squares;
    }
}
