package org.airshed.platform.sharing.store;

import java.io.IOException;
import java.util.List;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.sharing.ExportQuery;
import org.jspecify.annotations.Nullable;

/** Where the rows of a table come from. */
interface Rows {
    /** How many rows there are at most. */
    long expected(ExportQuery query, Selection selection);

    /** The rows in parts that fit into memory, read when they are written. */
    List<Part> parts(ExportQuery query, Selection selection);

    /** Some of the rows. */
    interface Part {
        /** Reads as the viewer of this thread, and writes. */
        void write(Taker taker) throws IOException;
    }

    /** Takes rows as they are read. */
    interface Taker {
        void row(List<? extends @Nullable Object> cells) throws IOException;

        /** So many of the expected rows were looked at, whether they had a value or not. */
        void lookedAt(long rows) throws IOException;
    }

    /** The ending of a column that says the unit of its values. */
    static String unit(Pollutant pollutant) {
        return pollutant == Pollutant.CO ? "_mgm3" : "_ugm3";
    }
}
