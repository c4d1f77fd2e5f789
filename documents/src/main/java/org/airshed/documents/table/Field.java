package org.airshed.documents.table;

/**
 * A column of a table. Every cell may be empty.
 *
 * @param name with the unit, where there is one: {@code pm2_5_ugm3}
 */
public record Field(String name, Kind kind) {
    /** The column in which a row's degrees east stand, where it has a place. */
    public static final String LONGITUDE = "longitude";

    /** The column in which a row's degrees north stand, where it has a place. */
    public static final String LATITUDE = "latitude";

    /** What the cells of a column are. */
    public enum Kind {
        /** {@code String}. */
        TEXT("text"),
        /** {@code Long}. */
        WHOLE("whole"),
        /** {@code BigDecimal}. */
        DECIMAL("decimal"),
        /** {@code Instant}. */
        MOMENT("moment"),
        /** {@code LocalDate}. */
        DAY("day"),
        /** {@code Boolean}. */
        YES_NO("yes-no");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The word stored and sent over the API. */
        public String code() {
            return code;
        }
    }

    public Field {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "expected a column name of a to z, digits and underscores, got \""
                            + name
                            + "\"");
        }
    }
}
