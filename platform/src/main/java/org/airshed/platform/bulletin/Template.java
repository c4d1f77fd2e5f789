package org.airshed.platform.bulletin;

import java.util.Optional;
import java.util.stream.Stream;
import org.airshed.platform.evaluation.Period;

/** The kinds of bulletin that are shipped, each of one kind of period. */
public enum Template {
    DAILY("daily", Period.Kind.DAY),
    WEEKLY("weekly", Period.Kind.WEEK),
    MONTHLY("monthly", Period.Kind.MONTH),
    ANNUAL("annual", Period.Kind.YEAR);

    private final String code;
    private final Period.Kind kind;

    Template(String code, Period.Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    /** The word stored and sent over the API. */
    public String code() {
        return code;
    }

    /** What a period of it is. */
    public Period.Kind kind() {
        return kind;
    }

    /** The template of this word. */
    public static Optional<Template> find(String code) {
        return Stream.of(values()).filter(template -> template.code.equals(code)).findFirst();
    }
}
