package org.airshed.cli;

import org.airshed.engine.receptormodel.CellGrid;
import org.airshed.engine.receptormodel.CellWeights;
import org.airshed.engine.receptormodel.ConcentrationField;
import org.airshed.engine.receptormodel.Endpoints;
import org.airshed.engine.receptormodel.SourceField;
import picocli.CommandLine.Command;

/** {@code airshed cwt}: see docs/science/pscf.md. */
@Command(
        name = "cwt",
        header = "Concentration-weighted trajectories over back trajectories.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the results were printed or written", "2:an input was refused"},
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true)
final class CwtCommand extends SourceFieldCommand {
    @Override
    CellWeights usual() {
        return CellWeights.OPENAIR_CWT;
    }

    @Override
    SourceField field(Endpoints endpoints, CellGrid grid, CellWeights weights) {
        return ConcentrationField.cwt(endpoints, grid, weights);
    }
}
