package org.airshed.engine.airquality;

/** Which report of an AQI: it decides which items count and how. */
public enum ReportForm {
    /** The report of a day. */
    DAILY("daily"),
    /** The report of an hour as the standard describes it. */
    REAL_TIME("real-time"),
    /**
     * The report of an hour as China's national network publishes it: under either edition from
     * one-hour means alone, particles on the daily breakpoints, without eight-hour ozone, and
     * whatever is missing.
     */
    AS_PUBLISHED_BY_CNEMC("as-published-by-cnemc");

    private final String code;

    ReportForm(String code) {
        this.code = code;
    }

    /** The word for it in tables and on the command line. */
    public String code() {
        return code;
    }
}
