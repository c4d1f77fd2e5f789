package org.airshed.metfiles;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.airshed.engine.meteorology.MetVariable;

/**
 * One quantity at one time as one place of a file holds it: one level (GRIB) or several (netCDF).
 *
 * @param levels as the reader delivers them, in the file's order
 * @param alongGrid whether it is wind along the grid's axes, to be turned
 */
record Slice(
        MetVariable variable,
        Instant time,
        List<LevelKey> levels,
        boolean alongGrid,
        Reader reader) {
    /** Decodes layers in SI units, rows from south to north, columns from west to east. */
    interface Reader {
        /**
         * @param into where the values go
         * @param offsets of each of the slice's levels in {@code into}; −1 for one not wanted
         */
        void read(float[] into, int[] offsets) throws IOException;
    }
}
