package org.airshed.stationfiles;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.substance.Pollutant;
import org.airshed.engine.substance.Species;

/**
 * How to understand a table of hourly readings: which column holds what, in which unit, in which
 * zone. Nothing that changes a value's meaning is guessed: zone, label of the hour and units have
 * no default. The text of a mapping is described in docs/guide/mapping.md.
 */
public final class Mapping {
    /** The mappings that come with the product. */
    public static final List<String> SHIPPED = List.of("cnemc", "prsa");

    private static final int LAST_HEADER_LINE = 1000;

    /** Where a word comes from that is the same for a station or for the whole file. */
    sealed interface Source {
        record Column(String header) implements Source {}

        record Fixed(String word) implements Source {}

        record Nowhere() implements Source {}
    }

    /** A pollutant's column and unit. */
    record Concentration(int place, String header, ConcentrationUnit unit) {}

    /** The column and unit of a species besides the six. */
    record Other(Species species, String header, OtherUnit unit) {}

    private final String text;
    private final Optional<String> shippedName;
    private final Source station;
    private final Source stationName;
    private final Source area;
    private final Source longitude;
    private final Source latitude;
    private final HourLabel hourLabel;
    private final List<Concentration> concentrations;
    private final List<Other> others;
    private final Set<String> missing;
    private final Optional<Charset> charset;
    private final char separator;
    private final char decimal;
    private final Optional<String> sheet;
    private final int headerLine;

    private Mapping(MappingText text, Optional<String> shippedName) throws UnusableFileException {
        this.text = text.text();
        this.shippedName = shippedName;
        station = required(text, MappingKey.STATION, MappingKey.STATION_FIXED);
        stationName = source(text, MappingKey.STATION_NAME);
        text.refuseTogether(MappingKey.AREA, MappingKey.AREA_FIXED);
        area =
                text.find(MappingKey.AREA_FIXED)
                        .<Source>map(Source.Fixed::new)
                        .orElse(source(text, MappingKey.AREA));
        longitude = source(text, MappingKey.LONGITUDE);
        latitude = source(text, MappingKey.LATITUDE);
        if (longitude instanceof Source.Nowhere != latitude instanceof Source.Nowhere) {
            boolean has = latitude instanceof Source.Nowhere;
            throw text.bad(
                    has ? MappingKey.LONGITUDE : MappingKey.LATITUDE,
                    Expected.BOTH_DEGREES.plain());
        }
        hourLabel = HourLabel.of(text);
        others = others(text);
        concentrations = concentrations(text, others.isEmpty());
        missing = missing(text);
        charset = charset(text);
        separator = separator(text);
        decimal = decimal(text);
        if (decimal == separator) {
            throw text.bad(MappingKey.DECIMAL, Expected.OTHER_SIGN.plain());
        }
        sheet = text.find(MappingKey.SHEET);
        headerLine = headerLine(text);
    }

    /**
     * Reads a mapping; the stream is closed.
     *
     * @param name appears in messages
     * @throws UnusableFileException naming the line, key, value and what was expected
     */
    public static Mapping read(String name, InputStream in) throws UnusableFileException {
        return new Mapping(MappingText.read(name, in), Optional.empty());
    }

    /** The shipped mapping of this name, one of {@link #SHIPPED}. */
    public static Mapping shipped(String name) throws UnusableFileException {
        InputStream in =
                SHIPPED.contains(name)
                        ? Mapping.class.getResourceAsStream(name + ".mapping")
                        : null;
        if (in == null) {
            throw new UnusableFileException(
                    Unusable.MAPPING_UNKNOWN.with(
                            "known", String.join(", ", SHIPPED), "mapping", name));
        }
        return new Mapping(MappingText.read(name + ".mapping", in), Optional.of(name));
    }

    private static Source required(MappingText text, MappingKey column, MappingKey fixed)
            throws UnusableFileException {
        text.refuseTogether(column, fixed);
        Optional<String> word = text.find(fixed);
        return word.isPresent()
                ? new Source.Fixed(word.get())
                : new Source.Column(
                        text.required(
                                column, Expected.COLUMN_OR_CODE.with("fixedKey", fixed.word())));
    }

    private static Source source(MappingText text, MappingKey key) {
        return text.find(key).<Source>map(Source.Column::new).orElse(new Source.Nowhere());
    }

    private static List<Other> others(MappingText text) throws UnusableFileException {
        List<Other> others = new ArrayList<>();
        for (Species species : Species.all()) {
            Optional<String> header = text.findColumn(species);
            if (header.isEmpty()) {
                text.refuseUnitAlone(species);
            } else {
                others.add(
                        new Other(
                                species,
                                header.get(),
                                OtherUnit.find(text.unit(species), species)
                                        .orElseThrow(() -> text.badUnit(species))));
            }
        }
        return List.copyOf(others);
    }

    private static List<Concentration> concentrations(MappingText text, boolean required)
            throws UnusableFileException {
        List<Concentration> concentrations = new ArrayList<>();
        for (int place = 0; place < HourlyIndex.WIDTH; place++) {
            Pollutant pollutant = HourlyIndex.POLLUTANTS.get(place);
            MappingKey unitKey = MappingKey.unitOf(pollutant);
            Optional<String> header = text.find(MappingKey.columnOf(pollutant));
            if (header.isPresent()) {
                String word =
                        text.required(
                                unitKey,
                                Expected.UNITS.with(
                                        "units", ConcentrationUnit.expected(pollutant)));
                ConcentrationUnit unit =
                        ConcentrationUnit.find(word, pollutant)
                                .orElseThrow(() ->
                                        text.bad(
                                                unitKey,
                                                Expected.UNITS.with(
                                                        "units",
                                                        ConcentrationUnit.expected(pollutant))));
                concentrations.add(new Concentration(place, header.get(), unit));
            } else if (text.find(unitKey).isPresent()) {
                throw text.bad(unitKey, Expected.COLUMN_TOO.with("columnKey", pollutant.code()));
            }
        }
        if (concentrations.isEmpty() && required) {
            throw text.bad(MappingKey.PM2_5, Expected.ONE_POLLUTANT.plain());
        }
        return List.copyOf(concentrations);
    }

    private static Set<String> missing(MappingText text) {
        return Arrays.stream(text.valueOr(MappingKey.MISSING, "NA,/").split(","))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Charset> charset(MappingText text) throws UnusableFileException {
        return switch (text.valueOr(MappingKey.CHARSET, "auto").toUpperCase(Locale.ROOT)) {
            case "AUTO" -> Optional.empty();
            case "UTF-8", "UTF8" -> Optional.of(StandardCharsets.UTF_8);
            // GB18030 holds all of GBK and GB 2312.
            case "GBK", "GB18030", "GB2312" -> Optional.of(Words.CHINESE);
            default -> throw text.bad(MappingKey.CHARSET, Expected.CHARSETS.plain());
        };
    }

    private static char separator(MappingText text) throws UnusableFileException {
        // None of these bytes is ever the later half of a letter in GB 18030, as '|' may be.
        return switch (text.valueOr(MappingKey.SEPARATOR, "comma").toLowerCase(Locale.ROOT)) {
            case "comma", "," -> ',';
            case "semicolon", ";" -> ';';
            case "tab" -> '\t';
            default -> throw text.bad(MappingKey.SEPARATOR, Expected.SEPARATORS.plain());
        };
    }

    private static char decimal(MappingText text) throws UnusableFileException {
        return switch (text.valueOr(MappingKey.DECIMAL, "point").toLowerCase(Locale.ROOT)) {
            case "point", "." -> '.';
            case "comma", "," -> ',';
            default -> throw text.bad(MappingKey.DECIMAL, Expected.DECIMALS.plain());
        };
    }

    private static int headerLine(MappingText text) throws UnusableFileException {
        String word = text.valueOr(MappingKey.HEADER_LINE, "1");
        int line = word.matches("[0-9]{1,4}") ? Integer.parseInt(word) : 0;
        if (line < 1 || line > LAST_HEADER_LINE) {
            throw text.bad(
                    MappingKey.HEADER_LINE, Expected.HEADER_LINE.with("last", LAST_HEADER_LINE));
        }
        return line;
    }

    /** The zone of this word, if there is one. */
    static Optional<ZoneId> findZone(String word) {
        try {
            return Optional.of(ZoneId.of(word));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** The text of the mapping as it was read, by which values can be recomputed. */
    public String text() {
        return text;
    }

    /** The name of a mapping that comes with the product; empty for any other. */
    public Optional<String> shippedName() {
        return shippedName;
    }

    /** The species besides the six that its tables hold, in the order of their register. */
    public List<Species> species() {
        return others.stream().map(Other::species).toList();
    }

    /** Those of the six that its tables hold, in the order of reports. */
    public List<Pollutant> pollutants() {
        return concentrations.stream().map(one -> HourlyIndex.POLLUTANTS.get(one.place())).toList();
    }

    List<Other> others() {
        return others;
    }

    Source station() {
        return station;
    }

    Source stationName() {
        return stationName;
    }

    Source area() {
        return area;
    }

    Source longitude() {
        return longitude;
    }

    Source latitude() {
        return latitude;
    }

    HourLabel hourLabel() {
        return hourLabel;
    }

    List<Concentration> concentrations() {
        return concentrations;
    }

    /** Whether this word of a table stands for "no value". */
    boolean isMissing(String word) {
        return word.isEmpty() || missing.contains(word);
    }

    /** The words that mean "no value", for messages. */
    String missingWords() {
        return missing.stream()
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The charset of a text, empty when it is to be found out. */
    Optional<Charset> charset() {
        return charset;
    }

    char separator() {
        return separator;
    }

    char decimal() {
        return decimal;
    }

    /** Name or number of the sheet of a workbook; the first when empty. */
    Optional<String> sheet() {
        return sheet;
    }

    int headerLine() {
        return headerLine;
    }
}
