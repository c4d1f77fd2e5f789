package org.airshed.stationfiles;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.airshed.engine.quantity.Thousandths;

/**
 * Resident populations by jurisdiction: comma-separated UTF-8. Every row names its source: a
 * population without one is rejected.
 */
public final class PopulationFile {
    /** The columns a file must have. */
    public static final List<String> REQUIRED_COLUMNS =
            List.of("code", "area", "resident_population", "census_date", "source");

    private PopulationFile() {}

    /**
     * Reads the whole list.
     *
     * @throws UnusableFileException when the file is absent, not of this format, lacks a column or
     *     is in another encoding
     */
    public static Listing<ResidentPopulation> read(Path file) throws UnusableFileException {
        return ShortFile.read(file, REQUIRED_COLUMNS, PopulationFile::population);
    }

    private static ResidentPopulation population(Header header, Fields fields, Words words)
            throws BadField {
        int residents =
                Decimals.whole(
                        fields,
                        header.column("resident_population"),
                        "resident_population",
                        2_000_000_000);
        if (residents == Thousandths.ABSENT) {
            throw new BadField("resident_population", "", Expected.PEOPLE.plain());
        }
        return new ResidentPopulation(
                fields.lineNumber(),
                ShortFile.required(header, fields, words, "code"),
                ShortFile.required(header, fields, words, "area"),
                residents,
                day(ShortFile.required(header, fields, words, "census_date")),
                ShortFile.required(header, fields, words, "source"));
    }

    private static LocalDate day(String text) throws BadField {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new BadField("census_date", text, Expected.DAY.plain());
        }
    }
}
