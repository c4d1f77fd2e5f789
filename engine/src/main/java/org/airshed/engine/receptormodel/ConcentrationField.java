package org.airshed.engine.receptormodel;

/**
 * Concentration-weighted trajectories (CWT): the mean concentration that arrived through a cell,
 * every endpoint counting the same; cells with few endpoints are down-weighted. Source: Hsu, Holsen
 * and Hopke (2003); weights and checks: docs/science/pscf.md.
 */
public final class ConcentrationField {
    private ConcentrationField() {}

    /** The CWT of every cell crossed, in the unit measured. */
    public static SourceField cwt(Endpoints endpoints, CellGrid grid, CellWeights weights) {
        double[] measured = new double[endpoints.trajectories()];
        int leftOut = 0;
        for (int trajectory = 0; trajectory < measured.length; trajectory++) {
            measured[trajectory] = endpoints.measured(trajectory);
            leftOut += Double.isNaN(measured[trajectory]) ? 1 : 0;
        }
        return CellSums.of(endpoints, grid, measured).means(weights, leftOut);
    }
}
