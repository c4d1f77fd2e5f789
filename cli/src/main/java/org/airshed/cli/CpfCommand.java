package org.airshed.cli;

import org.airshed.engine.receptormodel.ConditionalProbability;
import org.airshed.engine.receptormodel.WindHours;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code airshed cpf}: see docs/science/cpf.md. */
@Command(
        name = "cpf",
        header = "Of the hours with wind from a sector, the share above a threshold.",
        description = {
            "Rows are hours of one station. Directions are degrees (360 north, 0 calm) or letters"
                    + " of sixteen sectors. Calm hours are a row of their own."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the results were printed or written", "2:an input was refused"},
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true)
final class CpfCommand extends WindCommand {
    @Option(
            names = "--sectors",
            paramLabel = "N",
            defaultValue = "16",
            description =
                    "How many equal sectors, 4 to 360, the first around north (default:"
                            + " ${DEFAULT-VALUE}).")
    private int sectors;

    @Option(
            names = "--percentile",
            paramLabel = "P",
            defaultValue = "75",
            description =
                    "The threshold is this percentile of the hours with a value and a wind"
                            + " (default: ${DEFAULT-VALUE}).")
    private double percent;

    @Option(
            names = "--threshold",
            paramLabel = "C",
            defaultValue = "NaN",
            description = "The threshold; overrides --percentile.")
    private double threshold;

    private record Answer(double above, ConditionalProbability found) {}

    @Override
    String run() throws TableFile.Unusable {
        Answer answer = ofWind(this::answer);
        ConditionalProbability found = answer.found;
        int hours = found.calm().hours();
        StringBuilder rows = new StringBuilder();
        for (ConditionalProbability.Sector sector : found.sectors()) {
            hours += sector.hours();
            rows.append(row(Double.toString(sector.centre_deg()), sector))
                    .append(json() ? ",\n" : "\n");
        }
        rows.append(row(json() ? "\"calm\"" : "calm", found.calm()));
        say("threshold=%s hours=%d left_out=%d".formatted(answer.above, hours, found.undirected()));
        return json()
                ? "{\"threshold\":%s,\"hours\":%d,\"left_out\":%d,\"sectors\":[\n%s]}\n"
                        .formatted(answer.above, hours, found.undirected(), rows)
                : "from_deg,hours,above,probability,low,high\n" + rows + "\n";
    }

    private Answer answer(WindHours hours) {
        double above =
                Double.isNaN(threshold)
                        ? ConditionalProbability.percentile(hours, percent)
                        : threshold;
        return new Answer(above, ConditionalProbability.of(hours, sectors, above));
    }

    private String row(String from, ConditionalProbability.Sector sector) {
        String none = json() ? "null" : "";
        return (json()
                        ? "{\"from_deg\":%s,\"hours\":%d,\"above\":%d,\"probability\":%s,\"low\":%s,\"high\":%s}"
                        : "%s,%d,%d,%s,%s,%s")
                .formatted(
                        from,
                        sector.hours(),
                        sector.above(),
                        number(sector.probability(), none),
                        number(sector.low(), none),
                        number(sector.high(), none));
    }
}
