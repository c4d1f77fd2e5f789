package org.airshed.engine.receptormodel;

import java.util.List;

/**
 * A statistic over the cells that trajectories crossed, south to north, and west to east within a
 * row.
 *
 * @param cells the cells with at least one endpoint
 * @param endpoints how many endpoints they have together
 * @param trajectoriesLeftOut trajectories that arrived while nothing was measured
 */
public record SourceField(List<Cell> cells, int endpoints, int trajectoriesLeftOut) {

    /**
     * @param longitude_deg of the centre
     * @param latitude_deg of the centre
     * @param endpoints how many lie in the cell
     * @param unweighted the statistic of the cell
     * @param weight 0 to 1
     */
    public record Cell(
            double longitude_deg,
            double latitude_deg,
            int endpoints,
            double unweighted,
            double weight) {
        /** The statistic as it is drawn. */
        public double value() {
            return unweighted * weight;
        }
    }

    public SourceField {
        cells = List.copyOf(cells);
    }
}
