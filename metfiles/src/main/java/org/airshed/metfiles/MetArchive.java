package org.airshed.metfiles;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.HorizontalGrid;
import org.airshed.engine.meteorology.MetField;
import org.airshed.engine.meteorology.MetLabel;
import org.airshed.engine.meteorology.MetStep;
import org.airshed.engine.meteorology.MetVariable;
import org.airshed.engine.meteorology.SingleLevel;
import org.airshed.engine.meteorology.VerticalLevels;

/**
 * Files of the weather opened as one: a grid, its levels, and the steps in time. Opening reads the
 * files' indexes, {@link #step} decodes. Files on another grid are refused by name. A layer that no
 * file has is NaN.
 *
 * <p>Not for use by several threads at once, except that {@link #steps} decodes on its own.
 */
public final class MetArchive implements Closeable {
    /** A heap keeps about a third for what is young; one field must fit in the rest. */
    private static final double MOST_OF_MEMORY = 0.6;

    private final List<OpenedFile> files;
    private final HorizontalGrid grid;
    private final ArchiveLevels levels;
    private final NavigableMap<Instant, Map<MetVariable, List<Slice>>> index = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    private MetArchive(List<OpenedFile> files) throws IOException {
        this.files = files;
        grid = files.getFirst().grid();
        for (OpenedFile file : files) {
            if (!sameGrid(grid, file.grid())) {
                throw new MetFileRefusedException(
                        file.file(),
                        -1,
                        "expected the grid of %s (%s), got %s"
                                .formatted(
                                        files.getFirst().file().getFileName(), grid, file.grid()));
            }
            for (Slice slice : file.slices()) {
                index.computeIfAbsent(slice.time(), time -> new EnumMap<>(MetVariable.class))
                        .computeIfAbsent(slice.variable(), variable -> new ArrayList<>())
                        .add(slice);
            }
            for (String note : file.notes()) {
                notes.add(file.file().getFileName() + ": " + note);
            }
        }
        levels = ArchiveLevels.of(files);
        notes.addAll(levels.notes());
    }

    /** Opens the files, in any order; refuses the first that cannot be used, saying why. */
    public static MetArchive open(List<Path> paths, Progress progress) throws IOException {
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("expected files of the weather, got none");
        }
        List<OpenedFile> opened = new ArrayList<>();
        try {
            for (Path path : paths) {
                opened.add(MetFormats.open(path));
                progress.done(opened.size(), paths.size());
            }
            return new MetArchive(opened);
        } catch (IOException | RuntimeException refused) {
            for (OpenedFile file : opened) {
                file.close();
            }
            throw refused;
        }
    }

    /** The same kind of grid whose corners lie within a hundredth of a cell. */
    private static boolean sameGrid(HorizontalGrid one, HorizontalGrid other) {
        if (one.getClass() != other.getClass()
                || one.columns() != other.columns()
                || one.rows() != other.rows()) {
            return false;
        }
        var first = new GridPoint(0, 0);
        var last = new GridPoint(one.columns() - 1.0, one.rows() - 1.0);
        return near(one, other, first) && near(one, other, last);
    }

    private static boolean near(HorizontalGrid one, HorizontalGrid other, GridPoint point) {
        var there = one.point(other.position(point));
        double across = Math.abs(there.column() - point.column());
        double round = one.wraps() ? Math.min(across, Math.abs(across - one.columns())) : across;
        return round < 0.01 && Math.abs(there.row() - point.row()) < 0.01;
    }

    public HorizontalGrid grid() {
        return grid;
    }

    public VerticalLevels levels() {
        return levels.levels();
    }

    /** The steps' times, ascending. */
    public NavigableSet<Instant> times() {
        return Collections.unmodifiableNavigableSet(index.navigableKeySet());
    }

    /** The variables some file has at that time. */
    public Set<MetVariable> variables(Instant time) {
        Map<MetVariable, List<Slice>> there = index.get(time);
        var found = EnumSet.noneOf(MetVariable.class);
        if (there != null) {
            there.forEach((variable, slices) -> {
                if (!variable.onLevels() || slices.stream().anyMatch(levels::has)) {
                    found.add(variable);
                }
            });
        }
        return found;
    }

    /** The variables of at least one time. */
    public Set<MetVariable> variables() {
        var all = EnumSet.noneOf(MetVariable.class);
        index.keySet().forEach(time -> all.addAll(variables(time)));
        return all;
    }

    public Set<MetLabel> labels() {
        var all = EnumSet.noneOf(MetLabel.class);
        files.forEach(file -> all.addAll(file.labels()));
        if (levels() instanceof SingleLevel) {
            all.add(MetLabel.SINGLE_LEVEL);
        }
        return all;
    }

    /** What the files hold that is not used, as sentences. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The formats of the files and how many files have each. */
    public Map<String, Long> formats() {
        Map<String, Long> counted = new TreeMap<>();
        files.forEach(file -> counted.merge(file.format(), 1L, Long::sum));
        return counted;
    }

    /** The interval most steps have to the next; zero where there is one step only. */
    public Duration interval() {
        Map<Duration, Integer> counted = new HashMap<>();
        Instant before = null;
        for (Instant time : index.keySet()) {
            if (before != null) {
                counted.merge(Duration.between(before, time), 1, Integer::sum);
            }
            before = time;
        }
        return counted.entrySet().stream()
                .max(
                        Map.Entry.<Duration, Integer>comparingByValue()
                                .thenComparing(
                                        Map.Entry.<Duration, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(Duration.ZERO);
    }

    /** Where steps lie further apart than the interval. */
    public List<MetGap> gaps() {
        Duration interval = interval();
        List<MetGap> gaps = new ArrayList<>();
        Instant before = null;
        for (Instant time : index.keySet()) {
            if (before != null && Duration.between(before, time).compareTo(interval) > 0) {
                long missing =
                        (Duration.between(before, time).toMillis() - 1) / interval.toMillis();
                gaps.add(new MetGap(before, time, missing));
            }
            before = time;
        }
        return gaps;
    }

    /** Decodes everything the files have at that time, which must be one of {@link #times}. */
    public MetStep step(Instant time) throws IOException {
        return step(time, EnumSet.allOf(MetVariable.class));
    }

    /** Decodes these variables, of which the step holds those that are there. */
    public MetStep step(Instant time, Set<MetVariable> wanted) throws IOException {
        Map<MetVariable, List<Slice>> there = index.get(time);
        if (there == null) {
            throw new IllegalArgumentException(
                    "expected a time of the archive, got %s (it has %d from %s to %s)"
                            .formatted(time, index.size(), index.firstKey(), index.lastKey()));
        }
        Map<MetVariable, MetField> fields = new EnumMap<>(MetVariable.class);
        var alongGrid = EnumSet.noneOf(MetVariable.class);
        for (MetVariable variable : variables(time)) {
            List<Slice> slices = there.getOrDefault(variable, List.of());
            boolean turned = slices.stream().anyMatch(Slice::alongGrid);
            if (wanted.contains(variable)
                    || turned && wanted.contains(WindTurn.partner(variable))) {
                fields.put(variable, field(variable, slices));
                if (turned) {
                    alongGrid.add(variable);
                }
            }
        }
        WindTurn.toEarth(grid, fields, alongGrid);
        fields.keySet().retainAll(wanted);
        return new MetStep(time, grid, levels(), fields, labels());
    }

    private MetField field(MetVariable variable, List<Slice> slices) throws IOException {
        int layers = variable.onLevels() ? levels().count() : 1;
        int layer = grid.rows() * grid.columns();
        if ((long) layers * layer > Integer.MAX_VALUE - 16) {
            throw new IOException(
                    "expected a field of fewer than 2^31 values, got %d levels × %d points"
                            .formatted(layers, layer));
        }
        long bytes = 4L * layers * layer;
        if (bytes > Runtime.getRuntime().maxMemory() * MOST_OF_MEMORY) {
            throw new IOException(
                    "expected memory for a field of %d levels × %d points (%d MiB), got %d MiB in all"
                            .formatted(
                                    layers,
                                    layer,
                                    bytes >> 20,
                                    Runtime.getRuntime().maxMemory() >> 20));
        }
        float[] values = new float[layers * layer];
        boolean[] filled = new boolean[layers];
        for (Slice slice : slices) {
            int[] offsets = new int[slice.levels().size()];
            for (int index = 0; index < offsets.length; index++) {
                int at = variable.onLevels() ? levels.position(slice.levels().get(index)) : 0;
                // Of two files with the same layer the first one named counts.
                offsets[index] = at < 0 || filled[at] ? -1 : at * layer;
                if (at >= 0) {
                    filled[at] = true;
                }
            }
            if (Arrays.stream(offsets).anyMatch(offset -> offset >= 0)) {
                slice.reader().read(values, offsets);
            }
        }
        for (int at = 0; at < layers; at++) {
            if (!filled[at]) {
                Arrays.fill(values, at * layer, (at + 1) * layer, Float.NaN);
            }
        }
        return new MetField(layers, grid.rows(), grid.columns(), values);
    }

    /**
     * The steps of these times in this order, the next ones decoded on a thread of their own while
     * the caller computes. At most {@code ahead} + 2 steps are held: those decoded, the one being
     * decoded, and the caller's.
     */
    public MetSteps steps(List<Instant> times, Set<MetVariable> wanted, int ahead) {
        return new MetSteps(this, times, wanted, ahead);
    }

    @Override
    public void close() throws IOException {
        for (OpenedFile file : files) {
            file.close();
        }
    }
}
