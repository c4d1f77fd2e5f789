package org.airshed.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.airshed.engine.geography.Position;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.HeightLevels;
import org.airshed.engine.meteorology.HorizontalGrid;
import org.airshed.engine.meteorology.HybridLevels;
import org.airshed.engine.meteorology.MetField;
import org.airshed.engine.meteorology.MetVariable;
import org.airshed.engine.meteorology.PressureLevels;
import org.airshed.engine.meteorology.SingleLevel;
import org.airshed.engine.meteorology.VerticalLevels;
import org.airshed.metfiles.MetArchive;

/** What an archive of the weather holds, variable by variable, decoded one at a time. */
final class MetContents {
    /** The extremes of a variable over all times, and how much of it there is. */
    static final class Extent {
        private float least = Float.POSITIVE_INFINITY;
        private float greatest = Float.NEGATIVE_INFINITY;
        private long missing;
        private long values;
        private int steps;

        private void take(MetField field) {
            steps++;
            values += field.values().length;
            for (float value : field.values()) {
                if (Float.isNaN(value)) {
                    missing++;
                } else {
                    least = Math.min(least, value);
                    greatest = Math.max(greatest, value);
                }
            }
        }

        boolean empty() {
            return missing == values;
        }

        float least() {
            return least;
        }

        float greatest() {
            return greatest;
        }

        double missingPercent() {
            return 100.0 * missing / values;
        }

        int steps() {
            return steps;
        }
    }

    private final Map<MetVariable, Extent> extents = new EnumMap<>(MetVariable.class);

    /**
     * Decodes every variable of every step, one after another: memory stays at one field or two.
     */
    static MetContents of(MetArchive archive, ProgressBar bar) throws IOException {
        MetContents contents = new MetContents();
        int done = 0;
        for (Instant time : archive.times()) {
            for (MetVariable variable : archive.variables(time)) {
                var step = archive.step(time, EnumSet.of(variable));
                step.findField(variable)
                        .ifPresent(field ->
                                contents.extents
                                        .computeIfAbsent(variable, first -> new Extent())
                                        .take(field));
            }
            bar.done(++done, archive.times().size());
        }
        return contents;
    }

    Map<MetVariable, Extent> extents() {
        return extents;
    }

    /** {@code "latitude–longitude, 360 × 181, 0.00°E 90.00°S to 359.00°E 90.00°N"}. */
    static String grid(HorizontalGrid grid) {
        Position low = grid.position(new GridPoint(0, 0));
        Position high = grid.position(new GridPoint(grid.columns() - 1.0, grid.rows() - 1.0));
        return String.format(
                Locale.ROOT,
                "%s, %d columns × %d rows, from (%.3f°, %.3f°) to (%.3f°, %.3f°)%s",
                grid.getClass().getSimpleName().replace("Grid", ""),
                grid.columns(),
                grid.rows(),
                low.longitude_deg(),
                low.latitude_deg(),
                high.longitude_deg(),
                high.latitude_deg(),
                grid.wraps() ? ", around the globe" : "");
    }

    static String levels(VerticalLevels levels) {
        return switch (levels) {
            case PressureLevels pressure -> {
                double[] pressure_Pa = pressure.pressure_Pa();
                yield String.format(
                        Locale.ROOT,
                        "%d of pressure, %.1f to %.1f hPa",
                        pressure.count(),
                        pressure_Pa[0] / 100,
                        pressure_Pa[pressure_Pa.length - 1] / 100);
            }
            case HeightLevels height -> {
                double[] height_m = height.height_m();
                yield String.format(
                        Locale.ROOT,
                        "%d of height above %s, %.0f to %.0f m",
                        height.count(),
                        height.from() == HeightLevels.From.GROUND ? "the ground" : "the sea",
                        height_m[0],
                        height_m[height_m.length - 1]);
            }
            case HybridLevels hybrid -> hybrid.count() + " hybrid";
            case SingleLevel single ->
                    String.format(Locale.ROOT, "one, %.0f m above the ground", single.height_m());
        };
    }

    /** What a calculation needs, and what of it the archive lacks; empty when it can be run. */
    static List<Need> needs(MetArchive archive) {
        Set<MetVariable> there = archive.variables();
        boolean column = archive.levels().count() > 1;
        var wind = List.of(MetVariable.EASTWARD_WIND, MetVariable.NORTHWARD_WIND);
        var near = List.of(MetVariable.EASTWARD_WIND_10M, MetVariable.NORTHWARD_WIND_10M);
        List<Need> needs = new ArrayList<>();

        List<String> isobaric = lacking(there, wind);
        if (!(archive.levels() instanceof PressureLevels) || !column) {
            isobaric.add("several pressure levels");
        }
        needs.add(new Need("trajectories, isobaric", isobaric));

        List<String> kinematic = lacking(there, wind);
        if (!column) {
            kinematic.add("several levels");
        }
        if (!there.contains(MetVariable.OMEGA) && !there.contains(MetVariable.UPWARD_WIND)) {
            kinematic.add(MetVariable.OMEGA.standardName() + " or upward_air_velocity");
        }
        if (archive.levels() instanceof HybridLevels) {
            kinematic.addAll(lacking(there, List.of(MetVariable.SURFACE_PRESSURE)));
        }
        needs.add(new Need("trajectories, 3-D", kinematic));
        needs.add(new Need("trajectories, single level extrapolated", lacking(there, near)));

        List<String> dispersion = new ArrayList<>(kinematic);
        dispersion.addAll(
                lacking(there, List.of(MetVariable.TEMPERATURE, MetVariable.MIXING_HEIGHT)));
        boolean stress =
                there.contains(MetVariable.EASTWARD_STRESS)
                        && there.contains(MetVariable.NORTHWARD_STRESS);
        if (!there.contains(MetVariable.FRICTION_VELOCITY) && !stress) {
            dispersion.add(MetVariable.FRICTION_VELOCITY.standardName() + " or surface stress");
        }
        dispersion.addAll(lacking(there, List.of(MetVariable.SENSIBLE_HEAT_FLUX)));
        needs.add(new Need("dispersion without diagnosis", dispersion));
        return needs;
    }

    private static List<String> lacking(Set<MetVariable> there, Collection<MetVariable> needed) {
        List<String> lacking = new ArrayList<>();
        for (MetVariable variable : needed) {
            if (!there.contains(variable)) {
                lacking.add(variable.standardName());
            }
        }
        return lacking;
    }

    /** A calculation and what is missing for it. */
    record Need(String calculation, List<String> missing) {}
}
