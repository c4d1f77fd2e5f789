package org.airshed.engine.airquality;

/** What a limit or a breakpoint is compared with: the mean over which time. */
public enum AveragingPeriod {
    /** The mean of one hour. */
    HOUR("1h"),
    /** The running mean of eight hours. */
    EIGHT_HOURS("8h"),
    /** The mean of 24 hours: a natural day in a daily report, the running mean otherwise. */
    DAY("24h"),
    /** The highest hour of a day. */
    DAILY_MAX_HOUR("dmax1h"),
    /** The highest running eight-hour mean of a day. */
    DAILY_MAX_EIGHT_HOURS("dmax8h"),
    /** The mean of a quarter of a year. */
    QUARTER("quarter"),
    /** The mean of a calendar year. */
    YEAR("annual"),
    /** The six months of highest ozone: the mean of their daily highest eight-hour means. */
    PEAK_SEASON("peak-season");

    private final String code;

    AveragingPeriod(String code) {
        this.code = code;
    }

    /** The word for it in tables, files and the API: {@code "24h"}. */
    public String code() {
        return code;
    }

    /** The period with this code; refuses a word that is none. */
    public static AveragingPeriod ofCode(String code) {
        for (AveragingPeriod period : values()) {
            if (period.code.equals(code)) {
                return period;
            }
        }
        throw new IllegalArgumentException("expected an averaging period, got '" + code + "'");
    }
}
