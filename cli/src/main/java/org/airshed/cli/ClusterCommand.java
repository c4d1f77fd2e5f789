package org.airshed.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.airshed.engine.geography.Position;
import org.airshed.engine.trajectory.Clusters;
import org.airshed.engine.trajectory.TdumpFile;
import org.airshed.engine.trajectory.Trajectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code airshed cluster}: see docs/science/clusters.md. */
@Command(
        name = "cluster",
        header = "Groups trajectories by where they came along.",
        description = {
            "Reads HYSPLIT endpoint files (tdump). Trajectories shorter than the longest are left"
                    + " out and counted."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the clusters were printed", "2:an input was refused"},
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true)
final class ClusterCommand implements Callable<Integer> {
    private static final int MOST_TRIED = 30;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Endpoint files (tdump).")
    private List<Path> files = List.of();

    @Option(
            names = "--clusters",
            paramLabel = "K",
            defaultValue = "0",
            description =
                    "How many; 0 to choose by explained variance (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--gain",
            paramLabel = "SHARE",
            defaultValue = "0.05",
            description =
                    "Of the variance, what one more cluster must explain (default: ${DEFAULT-VALUE}).")
    private double leastGain;

    @Option(
            names = "--distance",
            paramLabel = "DISTANCE",
            defaultValue = "EUCLID",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Clusters.Distance distance = Clusters.Distance.EUCLID;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the begins (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print one JSON document instead of lines.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            List<Trajectory> all = new ArrayList<>();
            for (Path file : files) {
                all.addAll(TdumpFile.read(Files.readAllLines(file), file.getFileName() + ""));
            }
            int longest = all.stream().mapToInt(path -> path.points().size()).max().orElse(0);
            List<Trajectory> whole =
                    all.stream().filter(path -> path.points().size() == longest).toList();
            Clusters clusters =
                    count == 0
                            ? Clusters.byExplainedVariance(
                                    whole, MOST_TRIED, leastGain, distance, seed)
                            : Clusters.of(whole, count, distance, seed);
            out.println(json ? json(clusters, all.size()) : lines(clusters, all.size()));
            out.flush();
            return 0;
        } catch (IllegalArgumentException refused) {
            err.println("airshed: " + refused.getMessage());
        } catch (IOException failed) {
            err.println("airshed: cannot read: " + failed.getMessage());
        }
        err.flush();
        return 2;
    }

    private static String lines(Clusters clusters, int all) {
        var text = new StringBuilder();
        for (int k = 0; k < clusters.centres().size(); k++) {
            Position far = clusters.centres().get(k).getLast();
            text.append(
                    String.format(
                            Locale.ROOT,
                            "cluster %d: %d trajectories, mean path ends at %.2f°, %.2f°%n",
                            k + 1,
                            members(clusters, k),
                            far.longitude_deg(),
                            far.latitude_deg()));
        }
        int whole = clusters.cluster().size();
        return text
                + String.format(
                        Locale.ROOT,
                        "clusters=%d trajectories=%d left_out=%d explained=%.4f",
                        clusters.centres().size(),
                        whole,
                        all - whole,
                        clusters.explained());
    }

    private static long members(Clusters clusters, int number) {
        return clusters.cluster().stream().filter(cluster -> cluster == number).count();
    }

    private static String json(Clusters clusters, int all) {
        String centres =
                clusters.centres().stream()
                        .map(path ->
                                path.stream()
                                        .map(place ->
                                                String.format(
                                                        Locale.ROOT,
                                                        "[%.5f,%.5f]",
                                                        place.longitude_deg(),
                                                        place.latitude_deg()))
                                        .collect(Collectors.joining(",", "[", "]")))
                        .collect(Collectors.joining(",", "[", "]"));
        return String.format(
                Locale.ROOT,
                "{\"clusters\":%d,\"left_out\":%d,\"explained\":%.6f,\"cluster\":%s,\"centres\":%s}",
                clusters.centres().size(),
                all - clusters.cluster().size(),
                clusters.explained(),
                clusters.cluster().stream().map(k -> k + 1 + "").toList(),
                centres);
    }
}
