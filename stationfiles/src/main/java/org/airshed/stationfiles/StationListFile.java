package org.airshed.stationfiles;

import java.nio.file.Path;
import java.util.List;

/** A list of stations: comma-separated UTF-8 with code, name, city and coordinates. */
public final class StationListFile {
    /** The columns a file must have. */
    public static final List<String> REQUIRED_COLUMNS =
            List.of("stationcode", "positionname", "area", "longitude", "latitude");

    private StationListFile() {}

    /**
     * Reads the whole list.
     *
     * @throws UnusableFileException when the file is absent, not of this format, lacks a column or
     *     is in another encoding
     */
    public static Listing<ListedStation> read(Path file) throws UnusableFileException {
        return ShortFile.read(file, REQUIRED_COLUMNS, StationListFile::station);
    }

    private static ListedStation station(Header header, Fields fields, Words words)
            throws BadField {
        return new ListedStation(
                ShortFile.required(header, fields, words, "stationcode"),
                ShortFile.required(header, fields, words, "positionname"),
                ShortFile.required(header, fields, words, "area"),
                Decimals.degrees(fields, header.column("longitude"), "longitude", 180),
                Decimals.degrees(fields, header.column("latitude"), "latitude", 90));
    }
}
