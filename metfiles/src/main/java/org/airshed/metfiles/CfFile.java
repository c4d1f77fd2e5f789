package org.airshed.metfiles;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.airshed.engine.meteorology.HorizontalGrid;
import org.airshed.engine.meteorology.HybridLevels;
import org.airshed.engine.meteorology.MetVariable;

/**
 * A netCDF file read by the CF conventions, of ERA5 and ERA-Interim and of whoever follows them.
 */
final class CfFile {
    private final NcFile file;
    private final CfAxes axes;
    private final List<Slice> slices = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** The one grid the file's fields stand on, known from the first of them. */
    private Optional<CfGrid> grid = Optional.empty();

    private List<String> gridDimensions = List.of();

    private CfFile(NcFile file) throws IOException {
        this.file = file;
        this.axes = new CfAxes(file);
    }

    static OpenedFile open(NcFile file) throws IOException {
        CfFile cf = new CfFile(file);
        for (NcVariable variable : file.variables().values()) {
            if (variable.dimensions().size() >= 2 && variable.type() != NcType.CHAR) {
                cf.add(variable);
            }
        }
        if (!cf.axes.hasTime()) {
            throw cf.refuse(
                    "expected a coordinate of time (units 'hours since …'), got none among "
                            + file.variables().keySet());
        }
        HorizontalGrid grid =
                cf.grid
                        .orElseThrow(() ->
                                cf.refuse(
                                        "expected a variable of the weather on latitude and longitude"
                                                + " or x and y, got "
                                                + file.variables().keySet()))
                        .grid();
        return new OpenedFile(
                file.file(),
                file.format(),
                grid,
                cf.slices,
                cf.hybrid(),
                Optional.empty(),
                Set.of(),
                cf.notes,
                file);
    }

    private MetFileRefusedException refuse(String why) {
        return new MetFileRefusedException(file.file(), -1, why);
    }

    private void add(NcVariable variable) throws IOException {
        int rank = variable.dimensions().size();
        String row = variable.dimensions().get(rank - 2);
        String column = variable.dimensions().get(rank - 1);
        if (axes.role(row) != CfAxes.Role.ROW || axes.role(column) != CfAxes.Role.COLUMN) {
            note(variable, "its last dimensions are not rows and columns");
            return;
        }
        int time = axis(variable, CfAxes.Role.TIME);
        int level = axis(variable, CfAxes.Role.LEVEL);
        for (int axis = 0; axis < rank - 2; axis++) {
            if (axis != time && axis != level && variable.shape().get(axis) != 1) {
                note(variable, "dimension " + variable.dimensions().get(axis) + " is not used");
                return;
            }
        }
        List<LevelKey> levels =
                level < 0 ? List.of(LevelKey.NONE) : axes.levels(variable.dimensions().get(level));
        Optional<Double> height = height_m(variable, level, levels);
        Optional<CfNames.Meaning> meaning =
                CfNames.meaning(variable, level >= 0 && height.isEmpty(), height);
        if (meaning.isEmpty()) {
            note(variable, "not a quantity of any calculation here");
            return;
        }
        MetVariable ours = meaning.get().variable();
        Optional<Linear> toSi = SiUnits.conversion(unit(variable), ours.unit());
        if (toSi.isEmpty()) {
            note(variable, "unit '%s' is not one of %s".formatted(unit(variable), ours.unit()));
            return;
        }
        takeGrid(variable, row, column);
        if (height.isPresent()) {
            levels = List.of(LevelKey.NONE);
        }
        double sign = meaning.get().turned() ? -1.0 : 1.0;
        Packing packing =
                Packing.of(variable, new Linear(sign * toSi.get().scale(), toSi.get().offset()));
        addSlices(variable, meaning.get(), time, level, levels, packing);
    }

    private static String unit(NcVariable variable) {
        return variable.text("units").orElse("");
    }

    /** The height of a field that stands on one height above the ground, as its own dimension. */
    private static Optional<Double> height_m(
            NcVariable variable, int level, List<LevelKey> levels) {
        return level >= 0
                        && levels.size() == 1
                        && levels.getFirst().kind() == LevelKey.Kind.HEIGHT_ABOVE_GROUND
                ? Optional.of(levels.getFirst().value())
                : Optional.empty();
    }

    private int axis(NcVariable variable, CfAxes.Role role) {
        for (int axis = 0; axis < variable.dimensions().size() - 2; axis++) {
            if (axes.role(variable.dimensions().get(axis)) == role) {
                return axis;
            }
        }
        return -1;
    }

    private void note(NcVariable variable, String why) {
        if (notes.size() < 200) {
            notes.add("%s is not read: %s".formatted(variable.name(), why));
        }
    }

    private void takeGrid(NcVariable variable, String row, String column) throws IOException {
        if (grid.isPresent()) {
            if (!gridDimensions.equals(List.of(row, column))) {
                throw refuse(
                        "expected one grid, got %s on (%s, %s) beside %s"
                                .formatted(variable.name(), row, column, gridDimensions));
            }
            return;
        }
        Optional<NcVariable> mapping =
                variable.text("grid_mapping")
                        .flatMap(name -> Optional.ofNullable(file.variables().get(name)));
        grid = Optional.of(CfGrid.of(file, coordinate(row), coordinate(column), mapping));
        gridDimensions = List.of(row, column);
    }

    private NcVariable coordinate(String dimension) {
        return Objects.requireNonNull(file.variables().get(dimension), dimension);
    }

    private void addSlices(
            NcVariable variable,
            CfNames.Meaning meaning,
            int time,
            int level,
            List<LevelKey> levels,
            Packing packing) {
        Optional<String> timeName =
                time < 0 ? Optional.empty() : Optional.of(variable.dimensions().get(time));
        List<Instant> moments = axes.times(timeName);
        CfGrid laid = grid.orElseThrow();
        for (int index = 0; index < moments.size(); index++) {
            int at = index;
            slices.add(
                    new Slice(
                            meaning.variable(),
                            moments.get(index),
                            levels,
                            meaning.alongGrid(),
                            (into, offsets) ->
                                    read(variable, packing, laid, time, at, level, into, offsets)));
        }
    }

    private void read(
            NcVariable variable,
            Packing packing,
            CfGrid laid,
            int time,
            int moment,
            int level,
            float[] into,
            int[] offsets)
            throws IOException {
        int rank = variable.dimensions().size();
        int rows = laid.grid().rows();
        int columns = laid.grid().columns();
        int[] start = new int[rank];
        int[] count = new int[rank];
        Arrays.fill(count, 1);
        count[rank - 2] = rows;
        count[rank - 1] = columns;
        if (time >= 0) {
            start[time] = moment;
        }
        int together = level < 0 ? 1 : file.depth(variable, level);
        for (int first = 0; first < offsets.length; first += together) {
            int last = Math.min(first + together, offsets.length);
            if (Arrays.stream(offsets, first, last).allMatch(offset -> offset < 0)) {
                continue;
            }
            if (level >= 0) {
                start[level] = first;
                count[level] = last - first;
            }
            int bottom = first;
            file.runs(
                    variable,
                    start,
                    count,
                    (bytes, from, length, at) -> {
                        int offset = offsets[bottom + at / (rows * columns)];
                        if (offset >= 0) {
                            packing.run(
                                    bytes, from, length, laid, into, offset, at % (rows * columns));
                        }
                    });
        }
    }

    /** The coefficients of hybrid levels by CF's formula terms, or by the names ECMWF tools use. */
    private Optional<HybridLevels> hybrid() throws IOException {
        NcVariable a = file.variables().get("hyam");
        NcVariable b = file.variables().get("hybm");
        for (NcVariable variable : file.variables().values()) {
            String terms = variable.text("formula_terms").orElse("");
            if (terms.contains("ap:") && terms.contains("b:")) {
                String[] words = terms.split("[:\\s]+");
                for (int word = 0; word + 1 < words.length; word += 2) {
                    a = words[word].equals("ap") ? file.variables().get(words[word + 1]) : a;
                    b = words[word].equals("b") ? file.variables().get(words[word + 1]) : b;
                }
            }
        }
        if (a == null || b == null || a.size() != b.size() || a.size() < 1) {
            return Optional.empty();
        }
        double[] a_Pa = reversed(file.all(a));
        double[] share = reversed(file.all(b));
        try {
            return Optional.of(new HybridLevels(a_Pa, share, HybridLevels.At.FULL));
        } catch (IllegalArgumentException wrong) {
            throw new MetFileRefusedException(file.file(), -1, wrong.getMessage() + "", wrong);
        }
    }

    private static double[] reversed(double[] fromTheTop) {
        double[] fromTheGround = new double[fromTheTop.length];
        for (int level = 0; level < fromTheTop.length; level++) {
            fromTheGround[level] = fromTheTop[fromTheTop.length - 1 - level];
        }
        return fromTheGround;
    }
}
