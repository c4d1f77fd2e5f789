package org.airshed.platform.region;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The level of government of a jurisdiction. */
public enum Level {
    COUNTRY,
    PROVINCE,
    /** Province and city in one, such as Beijing: it stands among the prefectures too. */
    MUNICIPALITY,
    PREFECTURE,
    COUNTY;

    /** The word stored and sent over the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> find(String code) {
        return Arrays.stream(values()).filter(level -> level.code().equals(code)).findFirst();
    }

    /** Whether a jurisdiction of this level is drawn on a map of that one. */
    public boolean standsAt(Level other) {
        return this == other || this == MUNICIPALITY && (other == PREFECTURE || other == PROVINCE);
    }
}
