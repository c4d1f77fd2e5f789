package org.airshed.platform.database;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the sentence instead of a stack trace; the server then ends with exit code 1. */
class DatabaseUnavailableAnalyzer extends AbstractFailureAnalyzer<DatabaseUnavailable> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseUnavailable cause) {
        String english = cause.sentence(Locale.ENGLISH);
        String chinese = cause.sentence(Locale.CHINESE);
        boolean showsChinese = System.out.charset().newEncoder().canEncode(chinese);
        String description = showsChinese ? chinese + "\n\n" + english : english;
        return new FailureAnalysis(description, actionFor(cause), cause);
    }

    private static @Nullable String actionFor(DatabaseUnavailable cause) {
        return "docs/guide/database.md explains " + cause.trouble() + ".";
    }
}
