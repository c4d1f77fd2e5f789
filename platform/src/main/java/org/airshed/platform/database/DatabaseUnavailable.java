package org.airshed.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** There is no database to work on: a code with its arguments, rendered when read. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final DatabaseTrouble trouble;
    private final LinkedHashMap<String, String> arguments;

    /** Arguments in the order of the trouble's names. */
    DatabaseUnavailable(DatabaseTrouble trouble, @Nullable Throwable cause, String... arguments) {
        super(render(Locale.ENGLISH, trouble, named(trouble, arguments)), cause);
        this.trouble = trouble;
        this.arguments = named(trouble, arguments);
    }

    DatabaseUnavailable(DatabaseTrouble trouble, String... arguments) {
        this(trouble, null, arguments);
    }

    public DatabaseTrouble trouble() {
        return trouble;
    }

    public Map<String, String> arguments() {
        return Map.copyOf(arguments);
    }

    /** What is wrong and what to do, in Chinese for a Chinese locale, else in English. */
    public String sentence(Locale locale) {
        return render(locale, trouble, arguments);
    }

    private static LinkedHashMap<String, String> named(
            DatabaseTrouble trouble, String... arguments) {
        List<String> names = trouble.argumentNames();
        if (names.size() != arguments.length) {
            throw new IllegalArgumentException(
                    "expected the arguments " + names + ", got " + List.of(arguments));
        }
        LinkedHashMap<String, String> named = new LinkedHashMap<>();
        for (int place = 0; place < arguments.length; place++) {
            named.put(names.get(place), arguments[place]);
        }
        return named;
    }

    private static String render(
            Locale locale, DatabaseTrouble trouble, Map<String, String> arguments) {
        String language = "zh".equals(locale.getLanguage()) ? "zh" : "en";
        String sentence = words(language).getProperty(trouble.code(), trouble.code());
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            sentence = sentence.replace("{" + argument.getKey() + "}", argument.getValue());
        }
        return sentence;
    }

    /** Read here, not by the words of the server: there may never be a server. */
    private static Properties words(String language) {
        String place = "/words/database." + language + ".properties";
        Properties words = new Properties();
        try (InputStream file = DatabaseUnavailable.class.getResourceAsStream(place)) {
            if (file != null) {
                words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }
}
