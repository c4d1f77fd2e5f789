package org.airshed.realdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Decides whether a test of real data runs, and writes one line per test to the module's report.
 */
final class RealDataCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            return ConditionEvaluationResult.enabled("decided test by test");
        }
        boolean present = RealData.findFolder().isPresent();
        report(present ? "run" : "skipped", context.getUniqueId());
        return present
                ? ConditionEvaluationResult.enabled("real data present")
                : ConditionEvaluationResult.disabled(
                        "real data absent: expected the folder ../shared/data or AIRSHED_DATA");
    }

    private static void report(String outcome, String test) {
        String file = System.getProperty("airshed.realdata.report");
        if (file == null) {
            return;
        }
        Path path = Path.of(file);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(
                    path,
                    outcome + "\t" + test + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
