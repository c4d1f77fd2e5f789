package org.airshed.metfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airshed.engine.meteorology.HybridLevels;
import org.airshed.engine.meteorology.MetVariable;

/**
 * Output of WRF (ARW), which does not follow CF: staggered wind and heights are brought to the mass
 * points, base and perturbation are added, wind along the grid is left to be turned. Conventions:
 * Skamarock et al. (2021), NCAR/TN-556+STR, chapters 2 and 3, and the WRF Users' Guide, chapter 5.
 */
final class WrfFile {
    /** Potential temperature that WRF's T deviates from [K]: constant t0 of WRF. */
    private static final double BASE_THETA_K = 300.0;

    /** Reference pressure [Pa] and R/cp of dry air [1] as WRF has them. */
    private static final double REFERENCE_PA = 100_000.0;

    private static final double KAPPA = 287.0 / (7.0 * 287.0 / 2.0);

    /** WRF's acceleration of free fall [m s⁻²], with which its geopotential is made. */
    private static final double WRF_GRAVITY = 9.81;

    private static final int MOST_TIMES = 10_000;

    private record Flat(String name, MetVariable variable, boolean alongGrid) {}

    private static final List<Flat> FLAT =
            List.of(
                    new Flat("PSFC", MetVariable.SURFACE_PRESSURE, false),
                    new Flat("U10", MetVariable.EASTWARD_WIND_10M, true),
                    new Flat("V10", MetVariable.NORTHWARD_WIND_10M, true),
                    new Flat("T2", MetVariable.TEMPERATURE_2M, false),
                    new Flat("TSK", MetVariable.SKIN_TEMPERATURE, false),
                    new Flat("SST", MetVariable.SEA_SURFACE_TEMPERATURE, false),
                    new Flat("PBLH", MetVariable.MIXING_HEIGHT, false),
                    new Flat("UST", MetVariable.FRICTION_VELOCITY, false),
                    new Flat("HFX", MetVariable.SENSIBLE_HEAT_FLUX, false),
                    new Flat("LH", MetVariable.LATENT_HEAT_FLUX, false),
                    new Flat("ZNT", MetVariable.ROUGHNESS, false),
                    new Flat("HGT", MetVariable.OROGRAPHY, false),
                    new Flat("LANDMASK", MetVariable.LAND_MASK, false));

    /** The fields of one time on all levels, from the ground up, on the mass points. */
    private interface Column {
        float[] values(int time) throws IOException;
    }

    private final NcFile file;
    private final WrfGrid grid;
    private final int levels;
    private final List<Slice> slices = new ArrayList<>();

    private WrfFile(NcFile file) throws IOException {
        this.file = file;
        grid = WrfGrid.of(file);
        levels = layers();
    }

    static boolean is(NcFile file) {
        return file.attributes().containsKey("MAP_PROJ")
                && file.variables().containsKey("Times")
                && file.variables().containsKey("XLAT");
    }

    static OpenedFile open(NcFile file) throws IOException {
        WrfFile wrf = new WrfFile(file);
        wrf.index();
        return new OpenedFile(
                file.file(),
                "WRF in " + file.format(),
                wrf.grid.grid(),
                wrf.slices,
                wrf.hybrid(),
                Optional.empty(),
                Set.of(),
                List.of("rain is not read: WRF accumulates it from the start of the run"),
                file);
    }

    /** How many layers the fields have; 0 in a file of surface fields. */
    private int layers() {
        for (NcVariable variable : file.variables().values()) {
            int axis = variable.dimensions().indexOf("bottom_top");
            if (axis >= 0) {
                return variable.shape().get(axis);
            }
        }
        return 0;
    }

    private MetFileRefusedException refuse(String why) {
        return new MetFileRefusedException(file.file(), -1, why);
    }

    private void index() throws IOException {
        List<Instant> times = times();
        for (Flat flat : FLAT) {
            if (has(flat.name())) {
                add(times, flat.variable(), flat.alongGrid(), time -> column(flat.name(), time, 1));
            }
        }
        if (levels == 0) {
            return;
        }
        addOnLevels(times, "U", MetVariable.EASTWARD_WIND, true);
        addOnLevels(times, "V", MetVariable.NORTHWARD_WIND, true);
        addOnLevels(times, "W", MetVariable.UPWARD_WIND, false);
        if (has("P") && has("PB")) {
            add(times, MetVariable.PRESSURE, false, this::pressure_Pa);
            if (has("T")) {
                add(times, MetVariable.TEMPERATURE, false, this::temperature_K);
            }
        }
        if (has("PH") && has("PHB")) {
            add(times, MetVariable.GEOPOTENTIAL_HEIGHT, false, this::height_m);
        }
        if (has("QVAPOR")) {
            add(times, MetVariable.SPECIFIC_HUMIDITY, false, this::specificHumidity);
        }
    }

    private boolean has(String name) {
        return file.variables().containsKey(name);
    }

    private void addOnLevels(
            List<Instant> times, String name, MetVariable variable, boolean alongGrid) {
        if (has(name)) {
            add(times, variable, alongGrid, time -> column(name, time, levels));
        }
    }

    private void add(List<Instant> times, MetVariable variable, boolean alongGrid, Column column) {
        List<LevelKey> keys = new ArrayList<>();
        for (int level = 0; variable.onLevels() && level < levels; level++) {
            keys.add(new LevelKey(LevelKey.Kind.HYBRID, levels - level));
        }
        List<LevelKey> on = variable.onLevels() ? keys : List.of(LevelKey.NONE);
        for (int index = 0; index < times.size(); index++) {
            int time = index;
            slices.add(
                    new Slice(
                            variable,
                            times.get(time),
                            on,
                            alongGrid && grid.turned(),
                            (into, offsets) -> lay(column.values(time), into, offsets)));
        }
    }

    private void lay(float[] values, float[] into, int[] offsets) {
        int layer = grid.rows() * grid.columns();
        for (int level = 0; level < offsets.length; level++) {
            if (offsets[level] >= 0) {
                System.arraycopy(values, level * layer, into, offsets[level], layer);
            }
        }
    }

    private List<Instant> times() throws IOException {
        NcVariable times = WrfGrid.variable(file, "Times");
        if (times.shape().size() != 2
                || times.shape().getFirst() > MOST_TIMES
                || times.shape().getLast() < 19
                || times.shape().getLast() > 64) {
            throw refuse("expected Times of 19 letters each, got " + times.shape());
        }
        int width = times.shape().getLast();
        double[] letters = file.all(times);
        List<Instant> moments = new ArrayList<>();
        for (int time = 0; time < times.shape().getFirst(); time++) {
            StringBuilder text = new StringBuilder();
            for (int letter = 0; letter < 19; letter++) {
                text.append((char) letters[time * width + letter]);
            }
            try {
                moments.add(
                        LocalDateTime.parse(text.toString().replace('_', 'T'))
                                .toInstant(ZoneOffset.UTC));
            } catch (DateTimeException noTime) {
                throw new MetFileRefusedException(
                        file.file(),
                        -1,
                        "expected a time such as 2016-11-20_00:00:00, got '%s'".formatted(text),
                        noTime);
            }
        }
        return moments;
    }

    /** p = c3·(p_ground − p_top) + c4 + p_top of dry air; older files have one η instead. */
    private Optional<HybridLevels> hybrid() throws IOException {
        boolean mixed = has("C3H") && has("C4H");
        if (!has("P_TOP") || !mixed && !has("ZNU")) {
            return Optional.empty();
        }
        double top_Pa = file.all(WrfGrid.variable(file, "P_TOP"))[0];
        double[] share = file.all(WrfGrid.variable(file, mixed ? "C3H" : "ZNU"));
        double[] rest_Pa =
                mixed ? file.all(WrfGrid.variable(file, "C4H")) : new double[share.length];
        if (share.length < levels || rest_Pa.length < levels) {
            throw refuse("expected coefficients of %d levels".formatted(levels));
        }
        double[] a_Pa = new double[levels];
        double[] b = new double[levels];
        for (int level = 0; level < levels; level++) {
            a_Pa[level] = rest_Pa[level] + top_Pa * (1 - share[level]);
            b[level] = share[level];
        }
        try {
            return Optional.of(new HybridLevels(a_Pa, b, HybridLevels.At.FULL));
        } catch (IllegalArgumentException wrong) {
            throw new MetFileRefusedException(file.file(), -1, wrong.getMessage() + "", wrong);
        }
    }

    private float[] pressure_Pa(int time) throws IOException {
        return sum(column("P", time, levels), column("PB", time, levels));
    }

    private float[] temperature_K(int time) throws IOException {
        float[] pressure_Pa = pressure_Pa(time);
        float[] values = column("T", time, levels);
        for (int at = 0; at < values.length; at++) {
            double exner = StrictMath.pow(pressure_Pa[at] / REFERENCE_PA, KAPPA);
            values[at] = (float) ((values[at] + BASE_THETA_K) * exner);
        }
        return values;
    }

    private float[] height_m(int time) throws IOException {
        float[] values = sum(column("PH", time, levels), column("PHB", time, levels));
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) (values[at] / WRF_GRAVITY);
        }
        return values;
    }

    /** From water vapour per dry air to water vapour per moist air. */
    private float[] specificHumidity(int time) throws IOException {
        float[] values = column("QVAPOR", time, levels);
        for (int at = 0; at < values.length; at++) {
            values[at] = values[at] / (1 + values[at]);
        }
        return values;
    }

    private static float[] sum(float[] base, float[] perturbation) {
        for (int at = 0; at < base.length; at++) {
            base[at] += perturbation[at];
        }
        return base;
    }

    /** A variable at a time on the mass points: of two staggered points the mean. */
    private float[] column(String name, int time, int layers) throws IOException {
        NcVariable variable = WrfGrid.variable(file, name);
        int rank = variable.shape().size();
        int[] count = variable.shape().stream().mapToInt(Integer::intValue).toArray();
        int[] extra = new int[3]; // layer, row, column: 1 where staggered
        int[] mass = {layers, grid.rows(), grid.columns()};
        boolean fits = rank == (layers == 1 ? 3 : 4);
        for (int axis = 3 - (rank - 1); fits && axis < 3; axis++) {
            extra[axis] = count[axis + rank - 3] - mass[axis];
            fits = extra[axis] == 0 || extra[axis] == 1;
        }
        if (!fits || time >= count[0]) {
            throw refuse("expected %s on the grid, got shape %s".formatted(name, variable.shape()));
        }
        int[] start = new int[rank];
        start[0] = time;
        count[0] = 1;
        ByteBuffer bytes = file.box(variable, start, count);
        float[] values = new float[layers * mass[1] * mass[2]];
        int rows = mass[1] + extra[1];
        int columns = mass[2] + extra[2];
        int other = (extra[0] * rows + extra[1]) * columns + extra[2];
        int to = 0;
        for (int layer = 0; layer < layers; layer++) {
            for (int row = 0; row < mass[1]; row++) {
                int from = (layer * rows + row) * columns;
                for (int column = 0; column < mass[2]; column++, from++) {
                    double here = variable.type().value(bytes, from);
                    double there = variable.type().value(bytes, from + other);
                    values[to++] = (float) ((here + there) / 2);
                }
            }
        }
        return values;
    }
}
