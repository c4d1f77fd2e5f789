package org.airshed.cli;

import java.io.PrintWriter;
import org.airshed.engine.airquality.Gb3095;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Validity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code airshed aqi standards}: the editions the engine knows. */
@Command(
        name = "standards",
        header = "Lists the editions of the Chinese standards with validity and source.",
        description =
                "The observed day chooses the edition. The letter behind a source says how sure we"
                        + " are: A read in the document, B in pages that agree, C in one third"
                        + " party, M from memory, X computed.",
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true)
final class AqiStandardsCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (Hj633 edition : Hj633.editions()) {
            print(
                    out,
                    edition.id(),
                    edition.validity(),
                    edition.titleZh(),
                    edition.titleEn(),
                    edition.provenance());
        }
        for (Gb3095 edition : Gb3095.editions()) {
            print(
                    out,
                    edition.id(),
                    edition.validity(),
                    edition.titleZh(),
                    edition.titleEn(),
                    edition.provenance());
        }
        out.flush();
    }

    private static void print(
            PrintWriter out,
            String id,
            Validity validity,
            String titleZh,
            String titleEn,
            Provenance provenance) {
        out.printf("%-23s %s%n", id, validity);
        out.printf("    %s · %s%n", titleZh, titleEn);
        out.printf("    source: %s [%s]%n", provenance.source(), provenance.confidence());
    }
}
