package org.airshed.engine.trajectory;

import static org.airshed.engine.meteorology.WindPair.between;

import org.airshed.engine.meteorology.GridMetric;
import org.airshed.engine.meteorology.HeightAxis;
import org.airshed.engine.meteorology.WindPair;
import org.airshed.engine.random.CounterRandom;
import org.airshed.engine.random.Normal;
import org.jspecify.annotations.Nullable;

/** The kernel in plain Java; {@code VectorKernel} does the same operations in the same order. */
final class ScalarKernel implements Kernel {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void advance(Tile tile, WindPair wind, Steps steps) {
        Domain domain = new Domain(wind);
        Displacement displacement = Displacement.of(steps);
        OddStep odd = new OddStep(wind, domain, steps, displacement);
        double length_s = wind.length_s();
        for (int step = 0; step < steps.count(); step++) {
            draw(tile, displacement.random(), steps.firstNumber() + step);
            float begin = steps.share(step, 0.0, length_s);
            float middle = steps.share(step, 0.5, length_s);
            step(tile, wind, domain, displacement, odd, step, begin, middle);
        }
    }

    private static void draw(Tile tile, @Nullable CounterRandom random, int number) {
        if (random == null) {
            return;
        }
        tile.drawWords(random, number);
        for (int axis = 0; axis < 3; axis++) {
            for (int i = axis * Tile.SIZE; i < axis * Tile.SIZE + tile.count; i++) {
                tile.deviates[i] = Normal.ofWord((int) tile.words[i]);
            }
        }
    }

    private static void step(
            Tile tile,
            WindPair wind,
            Domain domain,
            Displacement displacement,
            OddStep odd,
            int step,
            float begin,
            float middle) {
        GridMetric metric = wind.metric();
        HeightAxis heights = wind.heights();
        float[] n = wind.nodes();
        int eastward = wind.columnStride();
        int northward = wind.rowStride();
        int lastI = wind.storedColumns() - 2;
        int lastJ = wind.grid().rows() - 2;
        double step_s = odd.step_s();
        double half_s = 0.5 * step_s;
        for (int particle = 0; particle < tile.count; particle++) {
            if (tile.end[particle] != 0) {
                continue;
            }
            double column = tile.column[particle];
            double row = tile.row[particle];
            double z_m = tile.height_m[particle];
            if (!(row >= domain.firstPlainRow && row <= domain.lastPlainRow)) {
                odd.take(tile, particle, step);
                continue;
            }
            double aheadColumn = column;
            double aheadRow = row;
            double ahead_m = z_m;
            double ahead_s = half_s;
            float share = begin;
            boolean inside = true;
            for (int stage = 0; stage < 2 && inside; stage++) {
                int i = Math.min((int) aheadColumn, lastI);
                int j = Math.min((int) aheadRow, lastJ);
                int level = heights.level(ahead_m);
                int at = j * northward + i * eastward + level * WindPair.STRIDE;
                float x = (float) (aheadColumn - i);
                float y = (float) (aheadRow - j);
                float up = (float) heights.above(level, ahead_m);
                float w00 = (1 - x) * (1 - y);
                float w10 = x * (1 - y);
                float w01 = (1 - x) * y;
                float w11 = x * y;
                int a = at + eastward;
                int b = at + northward;
                int c = b + eastward;
                float u = between(n, at, a, b, c, w00, w10, w01, w11, up, share);
                float v = between(n, at + 1, a + 1, b + 1, c + 1, w00, w10, w01, w11, up, share);
                float w = between(n, at + 2, a + 2, b + 2, c + 2, w00, w10, w01, w11, up, share);
                double columns = metric.columnsPerMetre() * metric.secant(aheadRow);
                aheadColumn = domain.turned(Math.fma(ahead_s * u, columns, column));
                aheadRow = Math.fma(ahead_s * v, metric.rowsPerMetre(), row);
                ahead_m = Math.abs(Math.fma(ahead_s, (double) w, z_m));
                inside = domain.contains(aheadColumn, aheadRow, ahead_m);
                ahead_s = step_s;
                share = middle;
            }
            if (inside && displacement.random() != null) {
                double columns = metric.columnsPerMetre() * metric.secant(aheadRow);
                aheadColumn =
                        domain.turned(
                                Math.fma(
                                        displacement.horizontal_m() * tile.deviates[particle],
                                        columns,
                                        aheadColumn));
                aheadRow =
                        Math.fma(
                                displacement.horizontal_m() * tile.deviates[Tile.SIZE + particle],
                                metric.rowsPerMetre(),
                                aheadRow);
                ahead_m =
                        Math.abs(
                                Math.fma(
                                        displacement.vertical_m(),
                                        (double) tile.deviates[2 * Tile.SIZE + particle],
                                        ahead_m));
                inside = domain.contains(aheadColumn, aheadRow, ahead_m);
            }
            if (inside) {
                tile.column[particle] = aheadColumn;
                tile.row[particle] = aheadRow;
                tile.height_m[particle] = ahead_m;
            } else {
                odd.take(tile, particle, step);
            }
        }
    }
}
