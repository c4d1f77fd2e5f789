package org.airshed.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airshed.engine.receptormodel.Bootstrap;
import org.airshed.engine.receptormodel.Composition;
import org.airshed.engine.receptormodel.Displacement;
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
                    + " tabs. CSV output is one table after another, each under its own header and an"
                    + " empty line between: profiles, then what --bootstrap and --displacement"
                    + " found."
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

    @Option(
            names = "--bootstrap",
            paramLabel = "N",
            defaultValue = "0",
            description = "Factor so many resampled sets, and say where their factors map.")
    private int bootstrap;

    @Option(
            names = "--block",
            paramLabel = "LENGTH",
            defaultValue = "",
            description =
                    "Successive samples drawn at once: rows such as 9, or hours such as 72h where"
                            + " samples are named by time. Default: the cube root of the number"
                            + " of samples, rounded up.")
    private String block = "";

    @Option(
            names = "--displacement",
            description =
                    "Push each entry of the profiles until Q(true) has risen by 4, 8, 16 and 32,"
                            + " and count swaps.")
    private boolean displacement;

    @Option(
            names = "--displacement-species",
            paramLabel = "SPECIES",
            split = ",",
            description = "The same for these species only; commas between.")
    private List<String> displaced = List.of();

    @Option(
            names = "--refits",
            paramLabel = "N",
            defaultValue = "100",
            description = "Updates of everything else after each push (default: ${DEFAULT-VALUE}).")
    private int refits;

    @Override
    String run() throws TableFile.Unusable {
        CompositionFiles files =
                CompositionFiles.read(concentrations, uncertainties, dropIncomplete);
        if (dropIncomplete) {
            say("incomplete samples left out: " + files.leftOut());
        }
        Composition of = files.composition();
        List<Displacement.Entry> entries = entries(of);
        int rows = BlockLength.rows(block, of.samples());
        int samples = of.samples().size();
        if (bootstrap < 0 || rows < 1 || rows > samples || refits < 1) {
            throw new IllegalArgumentException(
                    "expected 0 or more bootstrap runs, blocks of 1 to %d samples and at least one refit, got %d, %d and %d"
                            .formatted(samples, bootstrap, rows, refits));
        }
        progress("start", 0, starts);
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
        PmfResults results =
                new PmfResults(of, found, resampled(of, found, rows), pushed(of, found, entries));
        return json() ? results.json() : results.csv();
    }

    private Optional<PmfResults.Resampled> resampled(
            Composition of, Factorization found, int rows) {
        if (bootstrap == 0) {
            return Optional.empty();
        }
        progress("bootstrap", 0, bootstrap);
        return Optional.of(
                new PmfResults.Resampled(
                        bootstrap,
                        rows,
                        Bootstrap.of(
                                of,
                                found.factors(),
                                bootstrap,
                                rows,
                                seed,
                                iterations,
                                done -> progress("bootstrap", done, bootstrap))));
    }

    private Optional<PmfResults.Pushed> pushed(
            Composition of, Factorization found, List<Displacement.Entry> entries) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        progress("displacement", 0, entries.size());
        return Optional.of(
                new PmfResults.Pushed(
                        refits,
                        entries,
                        Displacement.all(
                                of,
                                found.factors(),
                                entries,
                                Displacement.USUAL_RISES,
                                refits,
                                done -> progress("displacement", done, entries.size()))));
    }

    /** Which entries are pushed; named species are looked for before anything is computed. */
    private List<Displacement.Entry> entries(Composition of) throws TableFile.Unusable {
        for (String name : displaced) {
            if (!of.species().contains(name)) {
                throw new TableFile.Unusable(
                        "expected species of %s, got '%s'; there are %s"
                                .formatted(concentrations, name, TableFile.listed(of.species())));
            }
        }
        List<Displacement.Entry> entries = new ArrayList<>();
        for (int factor = 0; factor < factors; factor++) {
            for (int column = 0; column < of.species().size(); column++) {
                if (displaced.contains(of.species().get(column))
                        || displacement && displaced.isEmpty()) {
                    entries.add(new Displacement.Entry(factor, column));
                }
            }
        }
        return entries;
    }
}
