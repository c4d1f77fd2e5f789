package org.airshed.engine.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.airshed.engine.meteorology.WindPair;

/**
 * Moves many particles through the wind of a pair by the midpoint method (second order), {@code
 * docs/science/transport.md}.
 *
 * <p>Particles are put in the order of the grid's columns and worked on in tiles of 64 neighbours,
 * all steps of a tile before the next tile. Each particle's path depends on nothing but itself, so
 * neither order nor threads nor kernel changes a bit of it.
 */
public final class Advection {
    /** Tiles a thread takes at a time: enough that taking costs nothing, few enough to balance. */
    private static final int TILES_TAKEN = 16;

    private final Kernels kernels;
    private final int threads;
    private final Workers workers;

    public Advection(Kernels kernels, int threads, Workers workers) {
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("expected 1 to 1024 threads, got " + threads);
        }
        this.kernels = kernels;
        this.threads = threads;
        this.workers = workers;
    }

    /** Moves every particle that has not ended through all the steps. */
    public void advance(Particles particles, WindPair wind, Steps steps) {
        steps.check(wind);
        int[] order = order(particles, wind);
        var next = new AtomicInteger();
        List<Runnable> pieces = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            pieces.add(() -> work(particles, wind, steps, order, next));
        }
        workers.run(pieces);
    }

    private void work(
            Particles particles, WindPair wind, Steps steps, int[] order, AtomicInteger next) {
        Kernel kernel = kernels.kernel();
        Tile tile = new Tile();
        int taken = TILES_TAKEN * Tile.SIZE;
        for (int from = next.getAndAdd(taken);
                from >= 0 && from < order.length;
                from = next.getAndAdd(taken)) {
            int to = Math.min(order.length, from + taken);
            for (int begin = from; begin < to; begin += Tile.SIZE) {
                tile.load(particles, order, begin, Math.min(Tile.SIZE, to - begin));
                kernel.advance(tile, wind, steps);
                tile.store(particles, order, begin);
            }
        }
    }

    private static void check(Particles particles, int particle, Domain domain) {
        double column = particles.column[particle];
        double row = particles.row[particle];
        double z_m = particles.height_m[particle];
        if (!domain.contains(column, row, z_m) || !(z_m >= 0)) {
            throw new IllegalArgumentException(
                    "expected particle %d inside the domain and above the ground, got column %s of %s, row %s of %s, %s m of %s m"
                            .formatted(
                                    particles.number(particle),
                                    column,
                                    domain.lastColumn,
                                    row,
                                    domain.lastRow,
                                    z_m,
                                    domain.top_m));
        }
    }

    /** The particles by the column of the grid they stand in, counted into place. */
    private int[] order(Particles particles, WindPair wind) {
        int columns = wind.storedColumns();
        int[] cell = cells(particles, wind);
        int[] from = new int[columns * wind.grid().rows() + 1];
        for (int of : cell) {
            from[of + 1]++;
        }
        for (int k = 1; k < from.length; k++) {
            from[k] += from[k - 1];
        }
        int[] order = new int[cell.length];
        for (int particle = 0; particle < cell.length; particle++) {
            order[from[cell[particle]]++] = particle;
        }
        return order;
    }

    /** Which column of the grid each particle stands in; each thread looks at a stretch of them. */
    private int[] cells(Particles particles, WindPair wind) {
        int columns = wind.storedColumns();
        int rows = wind.grid().rows();
        int[] cell = new int[particles.count()];
        Domain domain = new Domain(wind);
        List<Runnable> pieces = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int from = (int) ((long) cell.length * thread / threads);
            int to = (int) ((long) cell.length * (thread + 1) / threads);
            pieces.add(() -> {
                for (int particle = from; particle < to; particle++) {
                    if (particles.end[particle] == 0) {
                        check(particles, particle, domain);
                    }
                    int i = Math.clamp((int) particles.column[particle], 0, columns - 1);
                    int j = Math.clamp((int) particles.row[particle], 0, rows - 1);
                    cell[particle] = j * columns + i;
                }
            });
        }
        workers.run(pieces);
        return cell;
    }
}
