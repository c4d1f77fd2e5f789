package org.airshed.metfiles;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airshed.engine.meteorology.HorizontalGrid;
import org.airshed.engine.meteorology.HybridLevels;
import org.airshed.engine.meteorology.MetLabel;

/**
 * A file of the weather, indexed and ready to decode.
 *
 * @param hybrid what hybrid levels are, from the ground up, where the file says it
 * @param singleHeight_m height of the wind of a file that has one level only, else empty
 * @param notes what the file holds that is not used, as sentences
 */
record OpenedFile(
        Path file,
        String format,
        HorizontalGrid grid,
        List<Slice> slices,
        Optional<HybridLevels> hybrid,
        Optional<Double> singleHeight_m,
        Set<MetLabel> labels,
        List<String> notes,
        Closeable handle)
        implements Closeable {
    OpenedFile {
        slices = List.copyOf(slices);
        labels = Set.copyOf(labels);
        notes = List.copyOf(notes);
    }

    @Override
    public void close() throws IOException {
        handle.close();
    }
}
