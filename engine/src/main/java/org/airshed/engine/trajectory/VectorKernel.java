package org.airshed.engine.trajectory;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.airshed.engine.meteorology.GridMetric;
import org.airshed.engine.meteorology.HeightAxis;
import org.airshed.engine.meteorology.WindPair;
import org.airshed.engine.random.CounterRandom;
import org.airshed.engine.random.Normal;
import org.jspecify.annotations.Nullable;

/**
 * {@link ScalarKernel} with vectors: the eight numbers of one point (four parts at two times) are
 * one vector, so that eight loads and as many multiply-adds serve a place. The only class that
 * knows the Vector API; {@link Kernels} loads it where the module is there.
 */
final class VectorKernel implements Kernel {
    private static final VectorSpecies<Float> POINT = FloatVector.SPECIES_256;
    private static final VectorSpecies<Integer> WORDS = IntVector.SPECIES_256;

    /** The second moment's parts moved onto the first's lanes. */
    private static final VectorShuffle<Float> LATER =
            VectorShuffle.fromValues(POINT, 4, 5, 6, 7, 4, 5, 6, 7);

    @Override
    public String name() {
        return "simd";
    }

    /** Whether this machine has registers for what the kernel works with. */
    static boolean suits() {
        return FloatVector.SPECIES_PREFERRED.length() >= POINT.length();
    }

    @Override
    public void advance(Tile tile, WindPair wind, Steps steps) {
        Domain domain = new Domain(wind);
        Displacement displacement = Displacement.of(steps);
        OddStep odd = new OddStep(wind, domain, steps, displacement);
        double length_s = wind.length_s();
        int[] words = new int[3 * Tile.SIZE];
        float[] sampled = new float[POINT.length()];
        for (int step = 0; step < steps.count(); step++) {
            draw(tile, displacement.random(), steps.firstNumber() + step, words);
            float begin = steps.share(step, 0.0, length_s);
            float middle = steps.share(step, 0.5, length_s);
            step(tile, wind, domain, displacement, odd, step, begin, middle, sampled);
        }
    }

    private static void draw(Tile tile, @Nullable CounterRandom random, int number, int[] words) {
        if (random == null) {
            return;
        }
        tile.drawWords(random, number);
        for (int i = 0; i < words.length; i++) {
            words[i] = (int) tile.words[i];
        }
        for (int i = 0; i < words.length; i += WORDS.length()) {
            normal(IntVector.fromArray(WORDS, words, i)).intoArray(tile.deviates, i);
        }
    }

    /** {@link Normal#ofWord} of each lane. */
    private static FloatVector normal(IntVector word) {
        FloatVector n =
                (FloatVector)
                        word.lanewise(VectorOperators.LSHR, 1)
                                .convertShape(VectorOperators.I2F, POINT, 0);
        FloatVector t =
                n.lanewise(
                        VectorOperators.FMA,
                        FloatVector.broadcast(POINT, 0x1p-31f),
                        FloatVector.broadcast(POINT, 0x1p-32f));
        FloatVector two = FloatVector.broadcast(POINT, 2.0f);
        FloatVector w = naturalLogarithm(t.mul(two.sub(t))).neg();
        FloatVector near = w.sub(Normal.CENTRE_OFFSET);
        FloatVector far = w.sqrt().sub(Normal.TAIL_OFFSET);
        FloatVector centre = FloatVector.broadcast(POINT, Normal.centre(0));
        FloatVector tail = FloatVector.broadcast(POINT, Normal.tail(0));
        for (int power = 1; power < 9; power++) {
            centre = centre.fma(near, FloatVector.broadcast(POINT, Normal.centre(power)));
            tail = tail.fma(far, FloatVector.broadcast(POINT, Normal.tail(power)));
        }
        VectorMask<Float> central = w.compare(VectorOperators.LT, Normal.TAIL_BEGINS);
        FloatVector magnitude =
                tail.blend(centre, central)
                        .mul(FloatVector.broadcast(POINT, 1.0f).sub(t))
                        .mul(Normal.SQRT_2);
        IntVector sign = word.lanewise(VectorOperators.LSHL, 31);
        return magnitude
                .reinterpretAsInts()
                .lanewise(VectorOperators.XOR, sign)
                .reinterpretAsFloats();
    }

    private static FloatVector naturalLogarithm(FloatVector value) {
        IntVector bits = value.reinterpretAsInts().sub(Normal.SQRT_HALF_BITS);
        FloatVector exponent =
                (FloatVector)
                        bits.lanewise(VectorOperators.ASHR, 23)
                                .convertShape(VectorOperators.I2F, POINT, 0);
        FloatVector mantissa = bits.and(0x7FFFFF).add(Normal.SQRT_HALF_BITS).reinterpretAsFloats();
        FloatVector s = mantissa.sub(1.0f).div(mantissa.add(1.0f));
        FloatVector square = s.mul(s);
        FloatVector series =
                square.fma(
                        FloatVector.broadcast(POINT, 2.0f / 9),
                        FloatVector.broadcast(POINT, 2.0f / 7));
        series = series.fma(square, FloatVector.broadcast(POINT, 2.0f / 5));
        series = series.fma(square, FloatVector.broadcast(POINT, 2.0f / 3));
        series = series.fma(square, FloatVector.broadcast(POINT, 2.0f));
        return exponent.fma(FloatVector.broadcast(POINT, Normal.LN_2), series.mul(s));
    }

    private static void step(
            Tile tile,
            WindPair wind,
            Domain domain,
            Displacement displacement,
            OddStep odd,
            int step,
            float begin,
            float middle,
            float[] sampled) {
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
                interpolate(n, at, at + eastward, at + northward, x, y, up, share, sampled);
                double columns = metric.columnsPerMetre() * metric.secant(aheadRow);
                aheadColumn = domain.turned(Math.fma(ahead_s * sampled[0], columns, column));
                aheadRow = Math.fma(ahead_s * sampled[1], metric.rowsPerMetre(), row);
                ahead_m = Math.abs(Math.fma(ahead_s, (double) sampled[2], z_m));
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

    /** {@link WindPair#between} of all parts at once: across, then up, then in time. */
    private static void interpolate(
            float[] n,
            int at00,
            int at10,
            int at01,
            float x,
            float y,
            float up,
            float share,
            float[] sampled) {
        int at11 = at01 + (at10 - at00);
        FloatVector w00 = FloatVector.broadcast(POINT, (1 - x) * (1 - y));
        FloatVector w10 = FloatVector.broadcast(POINT, x * (1 - y));
        FloatVector w01 = FloatVector.broadcast(POINT, (1 - x) * y);
        FloatVector w11 = FloatVector.broadcast(POINT, x * y);
        int above = WindPair.STRIDE;
        FloatVector low = FloatVector.fromArray(POINT, n, at00).mul(w00);
        FloatVector high = FloatVector.fromArray(POINT, n, at00 + above).mul(w00);
        low = FloatVector.fromArray(POINT, n, at10).fma(w10, low);
        high = FloatVector.fromArray(POINT, n, at10 + above).fma(w10, high);
        low = FloatVector.fromArray(POINT, n, at01).fma(w01, low);
        high = FloatVector.fromArray(POINT, n, at01 + above).fma(w01, high);
        low = FloatVector.fromArray(POINT, n, at11).fma(w11, low);
        high = FloatVector.fromArray(POINT, n, at11 + above).fma(w11, high);
        FloatVector first = high.sub(low).fma(FloatVector.broadcast(POINT, up), low);
        FloatVector later = first.rearrange(LATER);
        later.sub(first).fma(FloatVector.broadcast(POINT, share), first).intoArray(sampled, 0);
    }
}
