package org.airshed.engine.trajectory;

import org.airshed.engine.meteorology.GridPoint;

/**
 * Many particles on a grid: fractional column and row, and height above the ground [m]. A particle
 * that ended keeps the place at the begin of the step in which it ended.
 */
public final class Particles {
    final double[] column;
    final double[] row;
    final double[] height_m;
    final byte[] end; // codes of End
    final int[] endStep; // number of the step a particle ended in
    private final long firstNumber;

    /**
     * @param firstNumber the number of the first particle in the whole run; random numbers belong
     *     to numbers, so that a run in parts gives the same
     */
    public Particles(int count, long firstNumber) {
        column = new double[count];
        row = new double[count];
        height_m = new double[count];
        end = new byte[count];
        endStep = new int[count];
        this.firstNumber = firstNumber;
    }

    public int count() {
        return column.length;
    }

    public void place(int particle, GridPoint at, double z_m) {
        column[particle] = at.column();
        row[particle] = at.row();
        height_m[particle] = z_m;
        end[particle] = 0;
    }

    public GridPoint point(int particle) {
        return new GridPoint(column[particle], row[particle]);
    }

    public double column(int particle) {
        return column[particle];
    }

    public double row(int particle) {
        return row[particle];
    }

    public double height_m(int particle) {
        return height_m[particle];
    }

    public End end(int particle) {
        return End.of(end[particle]);
    }

    /** The number of the step in which the particle ended. */
    public int endStep(int particle) {
        return endStep[particle];
    }

    long number(int particle) {
        return firstNumber + particle;
    }
}
