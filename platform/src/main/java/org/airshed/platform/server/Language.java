package org.airshed.platform.server;

import java.util.Locale;

/** A language the platform speaks. */
public enum Language {
    ZH("zh", Locale.SIMPLIFIED_CHINESE),
    EN("en", Locale.ENGLISH);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** The ISO 639-1 code, as in {@code Content-Language} and in the names of word files. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    /** The language nearest to a locale: English where English is asked for, Chinese otherwise. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : ZH;
    }
}
