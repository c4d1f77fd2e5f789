package org.airshed.stationfiles;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Nothing of this file can be used: it is not there, not of the expected format, or in another
 * encoding. The message is a sentence in English for the person who named the file; the reason is
 * kept as a code with arguments, to be said in other languages.
 */
public final class UnusableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Expectation reason;

    UnusableFileException(Expectation reason) {
        super(reason.sentence());
        this.reason = reason;
    }

    UnusableFileException(Expectation reason, IOException cause) {
        super(reason.sentence(), cause);
        this.reason = reason;
    }

    UnusableFileException(Expectation reason, Expectation wanted) {
        super(filled(reason, "wanted", wanted.sentence()).sentence());
        Map<String, String> arguments = new TreeMap<>(wanted.arguments());
        arguments.putAll(reason.arguments());
        this.reason =
                filled(
                        new Expectation(reason.code(), reason.english(), arguments),
                        "wanted",
                        wanted.code());
    }

    private static Expectation filled(Expectation reason, String name, String value) {
        Map<String, String> arguments = new TreeMap<>(reason.arguments());
        arguments.put(name, value);
        return new Expectation(reason.code(), reason.english(), arguments);
    }

    /**
     * The reason as arguments of a sentence: {@code reason} is the code of an {@link Unusable}, the
     * others are its own.
     */
    public Map<String, String> arguments() {
        Map<String, String> arguments = new TreeMap<>(reason.arguments());
        arguments.put("reason", reason.code());
        return arguments;
    }
}
