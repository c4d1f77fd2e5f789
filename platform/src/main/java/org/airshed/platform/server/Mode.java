package org.airshed.platform.server;

import java.util.Locale;

/** What the service runs for: a demonstration with demonstration people and data, or in earnest. */
public enum Mode {
    DEMO,
    SERVE;

    /** The word of the setting {@code airshed.mode} and of the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
