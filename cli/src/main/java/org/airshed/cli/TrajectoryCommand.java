package org.airshed.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.airshed.engine.geography.Position;
import org.airshed.engine.meteorology.HeightAxis;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.MetStep;
import org.airshed.engine.meteorology.SyntheticWeather;
import org.airshed.engine.meteorology.WindField;
import org.airshed.engine.meteorology.WindPreparation;
import org.airshed.engine.trajectory.Method;
import org.airshed.engine.trajectory.Motion;
import org.airshed.engine.trajectory.TdumpFile;
import org.airshed.engine.trajectory.Trajectories;
import org.airshed.engine.trajectory.Trajectory;
import org.airshed.engine.trajectory.TrajectoryPlan;
import org.airshed.engine.trajectory.TrajectoryStart;
import org.airshed.engine.trajectory.TrajectoryText;
import org.airshed.engine.trajectory.WindSequence;
import org.airshed.engine.trajectory.Workers;
import org.airshed.metfiles.MetArchive;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code airshed trajectory}: see docs/science/transport.md. */
@Command(
        name = "trajectory",
        header = "Computes where air came from or goes to.",
        description = {
            "From files of the weather, or from synthetic weather over North China where --synthetic"
                    + " gives its seed. One trajectory for each place, height and time; in CSV"
                    + " unless --format says otherwise.",
            "Trajectories that stop short are listed on standard error with their reason. Wind of a"
                    + " single level is extrapolated and labelled so."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the trajectories were printed or written", "2:an input was refused"},
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true)
final class TrajectoryCommand implements Callable<Integer> {
    /** North China, as far as a day or two of wind reaches. */
    private static final LatLonGrid SYNTHETIC_GRID = new LatLonGrid(101, 81, 100, 25, 0.3, 0.3);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files of the weather on one grid, in any order.")
    private List<Path> files = List.of();

    @Option(
            names = "--synthetic",
            paramLabel = "SEED",
            description = "Synthetic weather of this seed instead of files.")
    private @Nullable Long seed;

    @Option(
            names = "--at",
            required = true,
            paramLabel = "LON,LAT",
            description = "A place in degrees, east and north; may be given again.")
    private List<String> places = List.of();

    @Option(
            names = "--height",
            paramLabel = "M",
            split = ",",
            defaultValue = "100",
            description = "Heights above the ground in metres (default: ${DEFAULT-VALUE}).")
    private List<Double> heights_m = List.of();

    @Option(
            names = "--time",
            required = true,
            paramLabel = "TIME",
            description = "When they begin, in UTC (2016-11-22T00:00:00Z); may be given again.")
    private List<String> times = List.of();

    @Option(
            names = "--hours",
            paramLabel = "H",
            defaultValue = "-48",
            description = "How long, negative backward (default: ${DEFAULT-VALUE}).")
    private int hours;

    @Option(
            names = "--motion",
            paramLabel = "MOTION",
            defaultValue = "KINEMATIC",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Motion motion = Motion.KINEMATIC;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "MIDPOINT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Method method = Method.MIDPOINT;

    @Option(
            names = "--step",
            paramLabel = "S",
            defaultValue = "180",
            description = "Step in seconds (default: ${DEFAULT-VALUE}).")
    private int step_s;

    @Option(
            names = "--tolerance",
            paramLabel = "M",
            defaultValue = "1",
            description =
                    "Error allowed to one adaptive step in metres (default: ${DEFAULT-VALUE}).")
    private double tolerance_m;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "CSV",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.CSV;

    @Option(names = "--json", description = "The same as --format GEOJSON.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of printing.")
    private @Nullable Path target;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads; they change no result (default: ${DEFAULT-VALUE}).")
    private int threads;

    /** What comes out. */
    private enum Format {
        CSV,
        GEOJSON,
        KML,
        TDUMP
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if ((seed == null) == files.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "expected files of the weather, or --synthetic");
        }
        try {
            List<TrajectoryStart> starts = starts();
            TrajectoryPlan plan =
                    new TrajectoryPlan(
                            motion,
                            method,
                            Duration.ofHours(hours),
                            Duration.ofSeconds(step_s),
                            Duration.ofHours(1),
                            tolerance_m,
                            Duration.ofHours(12));
            List<Trajectory> trajectories = compute(plan, starts, err);
            write(trajectories);
            for (int k = 0; k < trajectories.size(); k++) {
                Trajectory path = trajectories.get(k);
                if (path.truncated()) {
                    err.printf(
                            Locale.ROOT,
                            "airshed: trajectory %d ends after %.1f of %d h: %s%n",
                            k + 1,
                            path.hours(),
                            Math.abs(hours),
                            path.end());
                }
            }
            err.flush();
            return 0;
        } catch (IllegalArgumentException refused) {
            err.println("airshed: " + refused.getMessage());
        } catch (IOException | UncheckedIOException failed) {
            err.println("airshed: cannot read or write: " + failed.getMessage());
        }
        err.flush();
        return 2;
    }

    private List<Trajectory> compute(
            TrajectoryPlan plan, List<TrajectoryStart> starts, PrintWriter err) throws IOException {
        var engine = new Trajectories(plan, threads, Workers.threads());
        if (seed != null) {
            WindSequence winds = synthetic(seed, starts);
            return engine.from(starts, winds, progress(err, winds));
        }
        ProgressBar opening = new ProgressBar(err, "opening");
        try (MetArchive archive = MetArchive.open(files, opening::done)) {
            WindSequence winds = of(archive);
            return engine.from(starts, winds, progress(err, winds));
        }
    }

    private static java.util.function.IntConsumer progress(PrintWriter err, WindSequence winds) {
        ProgressBar moving = new ProgressBar(err, "moving");
        return done -> moving.done(done, winds.times().size() - 1);
    }

    private static WindSequence of(MetArchive archive) {
        List<Instant> moments = List.copyOf(archive.times());
        HeightAxis axis = HeightAxis.standard();
        return new WindSequence() {
            @Override
            public List<Instant> times() {
                return moments;
            }

            @Override
            public WindField field(int index) {
                try {
                    MetStep step = archive.step(moments.get(index));
                    return WindPreparation.of(step, axis);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        };
    }

    /** Hourly weather over all the time the trajectories may need. */
    private WindSequence synthetic(long seed, List<TrajectoryStart> starts) {
        HeightAxis axis = HeightAxis.standard();
        double[] levels_m = new double[axis.levels() - 1];
        for (int level = 1; level < axis.levels(); level++) {
            levels_m[level - 1] = axis.height_m(level);
        }
        var weather = new SyntheticWeather(seed, SYNTHETIC_GRID, levels_m);
        Instant first = starts.getFirst().time();
        Instant last = first;
        for (TrajectoryStart start : starts) {
            Instant far = start.time().plus(Duration.ofHours(hours));
            first = earlier(first, earlier(start.time(), far));
            last =
                    earlier(start.time(), far).equals(far)
                            ? later(last, start.time())
                            : later(last, far);
        }
        List<Instant> moments = new ArrayList<>();
        for (Instant at = first.truncatedTo(ChronoUnit.HOURS);
                at.isBefore(last.plus(Duration.ofHours(1)));
                at = at.plus(Duration.ofHours(1))) {
            moments.add(at);
        }
        return new WindSequence() {
            @Override
            public List<Instant> times() {
                return moments;
            }

            @Override
            public WindField field(int index) {
                return WindPreparation.of(weather.step(moments.get(index)), axis);
            }
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private List<TrajectoryStart> starts() {
        List<TrajectoryStart> starts = new ArrayList<>();
        for (String time : times) {
            for (String place : places) {
                for (double height_m : heights_m) {
                    starts.add(new TrajectoryStart(position(place), height_m, instant(time)));
                }
            }
        }
        return starts;
    }

    private static Position position(String text) {
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == 2) {
                return new Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
            }
        } catch (NumberFormatException noNumber) {
            // Refused below with what was given.
        }
        throw new IllegalArgumentException(
                "expected --at LON,LAT (116.4,39.9), got '%s'".formatted(text));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException noTime) {
            throw new IllegalArgumentException(
                    "expected --time in UTC (2016-11-22T00:00:00Z), got '%s'".formatted(text),
                    noTime);
        }
    }

    private void write(List<Trajectory> trajectories) throws IOException {
        var text = new TrajectoryText(ZoneId.of("Asia/Shanghai"));
        String written =
                switch (json ? Format.GEOJSON : format) {
                    case CSV -> text.csv(trajectories);
                    case GEOJSON -> text.geoJson(trajectories);
                    case KML -> text.kml(trajectories);
                    case TDUMP -> TdumpFile.write(trajectories, motion);
                };
        if (target == null) {
            spec.commandLine().getOut().print(written);
            spec.commandLine().getOut().flush();
        } else {
            Files.writeString(target, written);
        }
    }
}
