package org.airshed.platform.observation.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.airshed.platform.observation.Origin;
import org.airshed.platform.observation.Readings;
import org.airshed.stationfiles.CnemcFile;
import org.airshed.stationfiles.FileEnd;
import org.airshed.stationfiles.UnusableFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the hourly files of China's national network found in a folder: {@code hourly-*.csv} or
 * {@code .csv.gz}, in the folder or one below it. Files of the same name in another format are
 * passed over, and said so.
 */
@Component
final class CnemcReadings {
    static final Origin ORIGIN =
            new Origin(
                    "cnemc",
                    "中国环境监测总站发布的实时数据（暂行值，未经审核）",
                    "as published in real time by CNEMC (provisional, not reviewed)",
                    false,
                    true);

    private static final Logger LOG = LoggerFactory.getLogger(CnemcReadings.class);
    private static final int MOST_FILES = 24;

    private final AreaCodes areas;

    CnemcReadings(AreaCodes areas) {
        this.areas = areas;
    }

    /**
     * Reads all files found, without asking yet which jurisdictions their areas are.
     *
     * @throws IllegalStateException naming the folder and what was expected when nothing usable is
     *     there
     */
    CnemcGathering gather(Path folder) {
        var gathering = new CnemcGathering();
        List<String> passedOver = new ArrayList<>();
        for (Path file : candidates(folder)) {
            try {
                say(file, CnemcFile.read(file, gathering));
            } catch (UnusableFileException unusable) {
                passedOver.add(unusable.getMessage());
            }
        }
        passedOver.forEach(why -> LOG.info("passed over: {}", why));
        gathering.firstRejects().forEach(reject -> LOG.warn("rejected: {}", reject));
        if (gathering.isEmpty()) {
            throw new IllegalStateException(
                    "expected a file hourly-*.csv or hourly-*.csv.gz of CNEMC in "
                            + folder
                            + " or one folder below, found none usable "
                            + passedOver);
        }
        return gathering;
    }

    /** The readings gathered, once the jurisdictions are known. */
    Readings readings(CnemcGathering gathering) {
        gathering
                .unknownAreas(areas)
                .forEach(area ->
                        LOG.warn("stations of {} passed over: no jurisdiction of this name", area));
        return gathering.readings(ORIGIN, areas);
    }

    private static void say(Path file, FileEnd end) {
        LOG.info("read {}: {} rows, {} rejected", file, end.rows(), end.rejects());
        if (end instanceof FileEnd.BrokenOff broken) {
            LOG.warn("incomplete: {}", broken.why());
        }
    }

    private static List<Path> candidates(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file ->
                            file.getFileName().toString().matches("hourly-.*\\.csv(\\.gz)?"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the data folder " + folder, failure);
        }
    }
}
