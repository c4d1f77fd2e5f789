package org.airshed.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.airshed.engine.receptormodel.Composition;
import org.airshed.engine.receptormodel.Factorization;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code airshed pmf}: see docs/science/pmf.md. */
@Command(
        name = "pmf",
        header = "Factors of measured composition (LS-NMF), from several seeded starts.",
        description = {
            "Both files have a header, the sample's name first and a column per species; commas or"
                    + " tabs. CSV output lists the profile of each factor."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the results were printed or written", "2:an input was refused"},
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true)
final class PmfCommand extends ModelCommand {
    @Parameters(index = "0", paramLabel = "CONCENTRATIONS", description = "Concentrations.")
    private Path concentrations = Path.of("");

    @Parameters(index = "1", paramLabel = "UNCERTAINTIES", description = "Their uncertainties.")
    private Path uncertainties = Path.of("");

    @Option(
            names = "--factors",
            paramLabel = "K",
            required = true,
            description = "How many factors.")
    private int factors;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many starts; the lowest Q(robust) wins (default: ${DEFAULT-VALUE}).")
    private int starts;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Updates of each start (default: ${DEFAULT-VALUE}).")
    private int iterations;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of the first start (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--drop-incomplete",
            description = "Leave out samples that lack a value, and say how many.")
    private boolean dropIncomplete;

    @Override
    String run() throws TableFile.Unusable {
        Composition of = composition();
        Factorization found =
                Factorization.best(
                        of,
                        factors,
                        starts,
                        seed,
                        iterations,
                        done -> progress("start", done, starts));
        say(
                "samples=%d species=%d q_true=%s q_robust=%s seed=%d"
                        .formatted(
                                of.samples().size(),
                                of.species().size(),
                                found.goodness().qTrue(),
                                found.goodness().qRobust(),
                                found.seed().orElseThrow()));
        return json() ? json(of, found) : csv(of, found);
    }

    private Composition composition() throws TableFile.Unusable {
        TableFile values = TableFile.read(concentrations);
        TableFile errors = TableFile.read(uncertainties);
        if (!values.names().equals(errors.names()) || values.size() != errors.size()) {
            throw new TableFile.Unusable(
                    "expected the same columns and rows in both files, got %d rows of %s and %d of %s"
                            .formatted(
                                    values.size(), values.names(), errors.size(), errors.names()));
        }
        int species = values.names().size() - 1;
        List<String> samples = new ArrayList<>();
        List<double[]> v = new ArrayList<>();
        List<double[]> u = new ArrayList<>();
        for (int row = 0; row < values.size(); row++) {
            double[] measured = new double[species];
            double[] uncertain = new double[species];
            double sum = 0;
            for (int column = 0; column < species; column++) {
                measured[column] = values.number(row, column + 1);
                uncertain[column] = errors.number(row, column + 1);
                sum += measured[column] + uncertain[column];
            }
            if (!dropIncomplete || !Double.isNaN(sum)) {
                samples.add(values.text(row, 0));
                v.add(measured);
                u.add(uncertain);
            }
        }
        if (dropIncomplete) {
            say("incomplete samples left out: " + (values.size() - samples.size()));
        }
        return new Composition(
                samples,
                values.names().subList(1, species + 1),
                v.toArray(double[][]::new),
                u.toArray(double[][]::new));
    }

    private static String csv(Composition of, Factorization found) {
        StringBuilder text = new StringBuilder("factor");
        of.species().forEach(name -> text.append(',').append(name));
        text.append('\n');
        double[][] profiles = found.factors().profiles();
        for (int factor = 0; factor < profiles.length; factor++) {
            text.append(factor + 1);
            for (double part : profiles[factor]) {
                text.append(',').append(part);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String json(Composition of, Factorization found) {
        return "{\"q_true\":%s,\"q_robust\":%s,\"seed\":%d,%n\"species\":%s,%n\"samples\":%s,%n\"profiles\":%s,%n\"contributions\":%s,%n\"scaled_residuals\":%s}%n"
                .formatted(
                        found.goodness().qTrue(),
                        found.goodness().qRobust(),
                        found.seed().orElseThrow(),
                        names(of.species()),
                        names(of.samples()),
                        rows(found.factors().profiles()),
                        rows(found.factors().contributions()),
                        rows(found.factors().scaledResiduals(of)));
    }

    private static String names(List<String> names) {
        return names.stream().map(ModelCommand::quoted).toList().toString();
    }

    private static String rows(double[][] rows) {
        StringBuilder text = new StringBuilder("[");
        for (double[] row : rows) {
            text.append(text.length() > 1 ? "," : "").append(java.util.Arrays.toString(row));
        }
        return text.append(']').toString();
    }
}
