package org.airshed.platform.observation;

/**
 * What a station is for. Only evaluation points make a city's value (HJ 663-2013, 4.2: the points
 * of urban evaluation; remembered, not read).
 */
public enum StationRole {
    /** An urban evaluation point. */
    EVALUATION("evaluation"),
    /** A clean reference of a city (对照点). */
    CLEAN_REFERENCE("clean-reference"),
    /** Regional background. */
    BACKGROUND("background"),
    /** Watches transport between regions. */
    REGIONAL_TRANSPORT("regional-transport"),
    /** Beside a road. */
    ROADSIDE("roadside"),
    /** Many instruments at one place. */
    SUPERSTATION("superstation");

    private final String code;

    StationRole(String code) {
        this.code = code;
    }

    /** The word stored and sent over the API. */
    public String code() {
        return code;
    }

    /** The role of this word. */
    public static StationRole of(String code) {
        for (StationRole role : values()) {
            if (role.code.equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("expected the word of a station's role, got " + code);
    }
}
