package org.airshed.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What commands that run a model over files share: where results go, progress, and refusals. */
abstract class ModelCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Print the results as JSON.")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the results into this file instead of printing them.")
    private @Nullable Path out;

    private long began_ns = System.nanoTime();

    /** The results as text, ready to print. */
    abstract String run() throws TableFile.Unusable;

    @Override
    public final Integer call() {
        try {
            String results = run();
            Path file = out;
            if (file == null) {
                spec.commandLine().getOut().print(results);
                spec.commandLine().getOut().flush();
            } else {
                Files.writeString(file, results, StandardCharsets.UTF_8);
            }
            return 0;
        } catch (TableFile.Unusable | IllegalArgumentException refused) {
            say("airshed: " + refused.getMessage());
        } catch (IOException failure) {
            say("airshed: %s cannot be written: %s".formatted(out, failure.getMessage()));
        }
        return 2;
    }

    boolean json() {
        return json;
    }

    /** One line of progress on standard error, with the time left once a part is done. */
    void progress(String what, int done, int of) {
        int filled = of == 0 ? 20 : 20 * done / of;
        began_ns = done == 0 ? System.nanoTime() : began_ns;
        say(
                "%s [%s%s] %d/%d%s"
                        .formatted(
                                what,
                                "#".repeat(filled),
                                ".".repeat(20 - filled),
                                done,
                                of,
                                timeLeft(done, of)));
    }

    /**
     * As if every part still to come took as long as those done; nothing while that says little.
     */
    private String timeLeft(int done, int of) {
        double left_s = (System.nanoTime() - began_ns) / 1e9 * (of - done) / Math.max(1, done);
        return done == 0 || done >= of || left_s < 1
                ? ""
                : format(", about %d:%02d min left", (int) left_s / 60, (int) left_s % 60);
    }

    void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    /** A number as JSON and CSV have it; {@code none} where it is not one. */
    static String number(double value, String none) {
        return Double.isNaN(value) || Double.isInfinite(value) ? none : Double.toString(value);
    }

    static String format(String text, Object... arguments) {
        return String.format(Locale.ROOT, text, arguments);
    }

    /** A constant as options and results spell it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant an option spells. */
    static <T extends Enum<T>> T named(T[] constants, String text) {
        for (T constant : constants) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        throw new TypeConversionException(
                "expected %s, got '%s'"
                        .formatted(
                                String.join(
                                        " or ",
                                        Arrays.stream(constants).map(ModelCommand::word).toList()),
                                text));
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter < ' ') {
                quoted.append(format("\\u%04x", (int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}
