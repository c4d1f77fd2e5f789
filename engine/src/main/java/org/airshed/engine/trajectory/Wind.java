package org.airshed.engine.trajectory;

/** Wind at any place of a grid and any moment of a pair, as the slow and general methods ask. */
interface Wind {
    /**
     * Wind along columns and rows and upward [m/s] into {@code uvw}; NaN where there is none.
     *
     * @param share of the way from the pair's first moment to its second
     */
    void sample(double column, double row, double z_m, float share, double[] uvw);

    /**
     * The same about a pole on the plane that touches it: towards longitude 0 and towards 90° east
     * [m/s], and upward.
     *
     * @param side +1 north, −1 south
     * @param stretch distance from the pole over the radius of the parallel [1]
     */
    void samplePolar(
            int side,
            double longitude_rad,
            double row,
            double z_m,
            double stretch,
            float share,
            double[] xyw);
}
