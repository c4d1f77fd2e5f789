package org.airshed.metfiles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.airshed.engine.meteorology.HeightLevels;
import org.airshed.engine.meteorology.HybridLevels;
import org.airshed.engine.meteorology.MetVariable;
import org.airshed.engine.meteorology.PressureLevels;
import org.airshed.engine.meteorology.SingleLevel;
import org.airshed.engine.meteorology.VerticalLevels;

/** The levels of an archive, chosen from all its files: those of the wind where there is any. */
final class ArchiveLevels {
    private final VerticalLevels levels;
    private final Map<LevelKey, Integer> positions = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    private ArchiveLevels(List<LevelKey> chosen, VerticalLevels levels) {
        this.levels = levels;
        for (int position = 0; position < chosen.size(); position++) {
            positions.put(chosen.get(position), position);
        }
    }

    static ArchiveLevels of(List<OpenedFile> files) throws IOException {
        Map<LevelKey.Kind, NavigableSet<LevelKey>> found = keys(files, true);
        if (found.isEmpty()) {
            found = keys(files, false);
        }
        if (found.isEmpty()) {
            double height_m =
                    files.stream()
                            .map(OpenedFile::singleHeight_m)
                            .flatMap(Optional::stream)
                            .findFirst()
                            .orElse(10.0);
            return new ArchiveLevels(List.of(), new SingleLevel(height_m));
        }
        // A file of many products has winds on several kinds of level; the fullest column counts.
        List<LevelKey> chosen =
                found.values().stream()
                        .max(Comparator.comparingInt(Set::size))
                        .map(List::copyOf)
                        .orElseThrow();
        LevelKey.Kind kind = chosen.getFirst().kind();
        ArchiveLevels levels = new ArchiveLevels(chosen, levels(chosen, files));
        found.forEach((other, keys) -> {
            if (other != kind) {
                levels.notes.add(
                        "%d levels of kind %s are not read beside %d of %s"
                                .formatted(keys.size(), other, chosen.size(), kind));
            }
        });
        return levels;
    }

    private static Map<LevelKey.Kind, NavigableSet<LevelKey>> keys(
            List<OpenedFile> files, boolean windOnly) {
        Map<LevelKey.Kind, NavigableSet<LevelKey>> found = new EnumMap<>(LevelKey.Kind.class);
        for (OpenedFile file : files) {
            for (Slice slice : file.slices()) {
                if (slice.variable().onLevels()
                        && (!windOnly || slice.variable() == MetVariable.EASTWARD_WIND)) {
                    for (LevelKey key : slice.levels()) {
                        found.computeIfAbsent(
                                        key.kind(), kind -> new TreeSet<>(LevelKey.FROM_THE_GROUND))
                                .add(key);
                    }
                }
            }
        }
        return found;
    }

    private static VerticalLevels levels(List<LevelKey> chosen, List<OpenedFile> files)
            throws IOException {
        double[] values = chosen.stream().mapToDouble(LevelKey::value).toArray();
        OpenedFile first = files.getFirst();
        try {
            return switch (chosen.getFirst().kind()) {
                case PRESSURE -> new PressureLevels(values);
                case HEIGHT_ABOVE_GROUND -> new HeightLevels(values, HeightLevels.From.GROUND);
                case HEIGHT_ABOVE_SEA -> new HeightLevels(values, HeightLevels.From.SEA_LEVEL);
                case HYBRID -> hybrid(values, files);
                case NONE -> new SingleLevel(10.0);
            };
        } catch (IllegalArgumentException wrong) {
            throw new MetFileRefusedException(first.file(), -1, wrong.getMessage() + "", wrong);
        }
    }

    private static HybridLevels hybrid(double[] numbers, List<OpenedFile> files)
            throws IOException {
        OpenedFile first = files.getFirst();
        HybridLevels all =
                files.stream()
                        .map(OpenedFile::hybrid)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow(() ->
                                new MetFileRefusedException(
                                        first.file(),
                                        -1,
                                        "expected the coefficients a and b of hybrid levels, got"
                                                + " none"));
        int count = all.count();
        double[] a_Pa = all.a_Pa();
        double[] b = all.b();
        if (numbers.length == count) {
            return all;
        }
        // Some levels of a model: of each its own pair, between the boundaries the mean.
        double[] someA_Pa = new double[numbers.length];
        double[] someB = new double[numbers.length];
        for (int level = 0; level < numbers.length; level++) {
            int fromGround = count - (int) numbers[level];
            if (fromGround < 0 || fromGround >= count) {
                throw new MetFileRefusedException(
                        first.file(),
                        -1,
                        "expected hybrid levels 1 to %d, got %s".formatted(count, numbers[level]));
            }
            boolean half = all.at() == HybridLevels.At.HALF;
            someA_Pa[level] =
                    half ? (a_Pa[fromGround] + a_Pa[fromGround + 1]) / 2 : a_Pa[fromGround];
            someB[level] = half ? (b[fromGround] + b[fromGround + 1]) / 2 : b[fromGround];
        }
        return new HybridLevels(someA_Pa, someB, HybridLevels.At.FULL);
    }

    VerticalLevels levels() {
        return levels;
    }

    List<String> notes() {
        return notes;
    }

    /** Where a layer stands from the ground; −1 when it is not one of the archive's levels. */
    int position(LevelKey key) {
        return positions.getOrDefault(key, -1);
    }

    boolean has(Slice slice) {
        return slice.levels().stream().anyMatch(positions::containsKey);
    }
}
