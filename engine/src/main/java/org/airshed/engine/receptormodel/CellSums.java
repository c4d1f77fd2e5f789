package org.airshed.engine.receptormodel;

import java.util.ArrayList;
import java.util.List;

/** Counts endpoints per cell, and sums a number each trajectory brings: one pass over all. */
final class CellSums {
    private final CellGrid grid;
    private final int firstColumn;
    private final int firstRow;
    private final int columns;
    private final int[] endpoints; // [row * columns + column]
    private final double[] sums; // [row * columns + column]

    private CellSums(CellGrid grid, int[] columnOf, int[] rowOf, int size) {
        int west = Integer.MAX_VALUE;
        int east = Integer.MIN_VALUE;
        int south = Integer.MAX_VALUE;
        int north = Integer.MIN_VALUE;
        for (int at = 0; at < size; at++) {
            west = Math.min(west, columnOf[at]);
            east = Math.max(east, columnOf[at]);
            south = Math.min(south, rowOf[at]);
            north = Math.max(north, rowOf[at]);
        }
        this.grid = grid;
        firstColumn = west;
        firstRow = south;
        columns = size == 0 ? 0 : east - west + 1;
        long cells = size == 0 ? 0 : (long) columns * (north - south + 1);
        if (cells > CellGrid.MOST_CELLS) {
            throw new IllegalArgumentException(
                    "expected at most %d cells between the outermost endpoints, got %d: take larger steps"
                            .formatted(CellGrid.MOST_CELLS, cells));
        }
        endpoints = new int[(int) cells];
        sums = new double[(int) cells];
    }

    /** The sums of what each trajectory brings; those that bring {@code NaN} are left out. */
    static CellSums of(Endpoints of, CellGrid grid, double[] brings) {
        int[] columnOf = new int[of.size()];
        int[] rowOf = new int[of.size()];
        int size = 0;
        for (int trajectory = 0; trajectory < of.trajectories(); trajectory++) {
            if (!Double.isNaN(brings[trajectory])) {
                for (int at = of.begin(trajectory); at < of.begin(trajectory + 1); at++) {
                    columnOf[size] = grid.column(of.longitude_deg(at));
                    rowOf[size++] = grid.row(of.latitude_deg(at));
                }
            }
        }
        CellSums cells = new CellSums(grid, columnOf, rowOf, size);
        int at = 0;
        for (int trajectory = 0; trajectory < of.trajectories(); trajectory++) {
            if (!Double.isNaN(brings[trajectory])) {
                int length = of.begin(trajectory + 1) - of.begin(trajectory);
                for (int end = at + length; at < end; at++) {
                    cells.add(columnOf[at], rowOf[at], brings[trajectory]);
                }
            }
        }
        return cells;
    }

    private void add(int column, int row, double brought) {
        int cell = (row - firstRow) * columns + column - firstColumn;
        endpoints[cell]++;
        sums[cell] += brought;
    }

    /** The mean of what was brought to each cell, weighted. */
    SourceField means(CellWeights weights, int trajectoriesLeftOut) {
        int crossed = 0;
        int all = 0;
        for (int count : endpoints) {
            crossed += count > 0 ? 1 : 0;
            all += count;
        }
        double mean = crossed == 0 ? 0 : (double) all / crossed;
        List<SourceField.Cell> cells = new ArrayList<>(crossed);
        for (int cell = 0; cell < endpoints.length; cell++) {
            int count = endpoints[cell];
            if (count > 0) {
                cells.add(
                        new SourceField.Cell(
                                grid.longitude_deg(firstColumn + cell % columns),
                                grid.latitude_deg(firstRow + cell / columns),
                                count,
                                sums[cell] / count,
                                weights.weight(count, mean)));
            }
        }
        return new SourceField(cells, all, trajectoriesLeftOut);
    }
}
