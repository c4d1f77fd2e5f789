package org.airshed.cli;

import org.airshed.engine.receptormodel.CellGrid;
import org.airshed.engine.receptormodel.CellWeights;
import org.airshed.engine.receptormodel.Endpoints;
import org.airshed.engine.receptormodel.PotentialSources;
import org.airshed.engine.receptormodel.SourceField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code airshed pscf}: see docs/science/pscf.md. */
@Command(
        name = "pscf",
        header = "Potential source contribution function over back trajectories.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the results were printed or written", "2:an input was refused"},
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true)
final class PscfCommand extends SourceFieldCommand {
    @Option(
            names = "--percentile",
            paramLabel = "P",
            defaultValue = "90",
            description =
                    "Polluted is above this percentile over the endpoints (default: ${DEFAULT-VALUE}).")
    private double percent;

    @Option(
            names = "--threshold",
            paramLabel = "C",
            defaultValue = "NaN",
            description = "Polluted is above this value; overrides --percentile.")
    private double threshold;

    @Override
    CellWeights usual() {
        return CellWeights.OPENAIR_PSCF;
    }

    @Override
    SourceField field(Endpoints endpoints, CellGrid grid, CellWeights weights) {
        double above =
                Double.isNaN(threshold)
                        ? PotentialSources.percentile(endpoints, percent)
                        : threshold;
        say("threshold=" + above);
        return PotentialSources.pscf(endpoints, grid, above, weights);
    }
}
