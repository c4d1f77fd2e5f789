package org.airshed.stationfiles;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;

/** Makes station-hours of the rows of one table, as its mapping says. */
final class MappedRows {
    private static final int LONGEST_CODE = 32;
    private static final int LONGEST_NAME = 128;
    private static final int SHOWN_HEADER = 600; // characters
    private static final int NO_COLUMN = -1;

    private final String name;
    private final Cells cells;
    private final Mapping mapping;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Set<String> doubled = new TreeSet<>();
    private final HourReader hours;
    private final int station;
    private final int stationName;
    private final int area;
    private final int longitude;
    private final int latitude;
    private final int[] concentrationColumns; // [place in mapping.concentrations()]
    private final Amounts[] amounts; // the same
    private final int[] otherColumns; // [place in mapping.others()]
    private final OtherAmounts[] otherAmounts; // the same
    private final MappedRow row;

    /** Finds the mapping's columns; refuses a table that lacks one or names it twice. */
    MappedRows(String name, Cells cells, Mapping mapping, Instant now)
            throws UnusableFileException {
        this.name = name;
        this.cells = cells;
        this.mapping = mapping;
        List<String> header = cells.header();
        for (int column = 0; column < header.size(); column++) {
            String title = plain(header.get(column));
            if (!title.isEmpty() && columns.putIfAbsent(title, column) != null) {
                doubled.add(title);
            }
        }
        requireColumns();
        station = column(mapping.station());
        stationName = column(mapping.stationName());
        area = column(mapping.area());
        longitude = column(mapping.longitude());
        latitude = column(mapping.latitude());
        int[] timeColumns =
                mapping.hourLabel().columns().headers().stream().mapToInt(this::column).toArray();
        hours = new HourReader(mapping.hourLabel(), cells, timeColumns, now);
        List<Mapping.Concentration> concentrations = mapping.concentrations();
        concentrationColumns =
                concentrations.stream().mapToInt(one -> column(one.header())).toArray();
        amounts =
                concentrations.stream()
                        .map(one -> new Amounts(mapping, pollutant(one), one.unit()))
                        .toArray(Amounts[]::new);
        List<Mapping.Other> others = mapping.others();
        otherColumns = others.stream().mapToInt(one -> column(one.header())).toArray();
        otherAmounts =
                others.stream()
                        .map(one -> new OtherAmounts(mapping, one.species(), one.unit()))
                        .toArray(OtherAmounts[]::new);
        row = new MappedRow(mapping.species(), hours);
        requireUnits();
        Arrays.fill(row.hourly_thousandths, Thousandths.ABSENT);
        row.stationCode = fixed(mapping.station());
        row.area = fixed(mapping.area());
    }

    /** Reads until this many rows or rejects, or to the end. */
    FileEnd read(HourlyVisitor visitor, long most) throws UnusableFileException {
        long rows = 0;
        long rejects = 0;
        try {
            while (rows < most && rejects < most && cells.advance()) {
                try {
                    fill();
                } catch (BadField bad) {
                    if (rows == 0) {
                        requireCharset();
                    }
                    rejects++;
                    visitor.reject(bad.reject(name, cells.number()));
                    continue;
                }
                rows++;
                visitor.row(row);
            }
        } catch (UnusableFileException unusable) {
            throw unusable;
        } catch (IOException failure) {
            notes(visitor);
            return new FileEnd.BrokenOff(
                    rows,
                    rejects,
                    "%s breaks off after line %d: %s"
                            .formatted(name, cells.number(), failure.getMessage()));
        }
        notes(visitor);
        return new FileEnd.Complete(rows, rejects);
    }

    private void requireCharset() throws UnusableFileException {
        Optional<UnusableFileException> otherCharset = cells.findOtherCharset();
        if (otherCharset.isPresent()) {
            throw otherCharset.get();
        }
    }

    private void notes(HourlyVisitor visitor) {
        cells.notes().forEach(visitor::note);
        for (Amounts column : amounts) {
            column.findDoubt(name).ifPresent(visitor::note);
        }
        if (!doubled.isEmpty()) {
            visitor.note(
                    "the header of %s names more than once, but the mapping does not use: %s"
                            .formatted(name, shortened(String.join(", ", doubled))));
        }
    }

    private void fill() throws BadField {
        cells.requireShape();
        row.line = cells.number();
        row.hourEnd_s = hours.hourEnd_s();
        if (station != NO_COLUMN) {
            row.stationCode = word(station, LONGEST_CODE);
            if (row.stationCode.isEmpty()) {
                throw new BadField(
                        cells.place(station), "", Expected.CODE.with("longest", LONGEST_CODE));
            }
        }
        row.stationName = stationName == NO_COLUMN ? "" : word(stationName, LONGEST_NAME);
        row.area = area == NO_COLUMN ? row.area : word(area, LONGEST_NAME);
        if (longitude != NO_COLUMN) {
            row.longitude_deg = degrees(longitude, 180);
            row.latitude_deg = degrees(latitude, 90);
        }
        for (int place = 0; place < amounts.length; place++) {
            int column = concentrationColumns[place];
            row.hourly_thousandths[mapping.concentrations().get(place).place()] =
                    amounts[place].thousandths(cells.text(column), column, cells);
        }
        for (int place = 0; place < otherAmounts.length; place++) {
            int column = otherColumns[place];
            row.otherValues[place] = otherAmounts[place].value(cells.text(column), column, cells);
            row.otherWords[place] = otherAmounts[place].word();
        }
    }

    private String word(int column, int longest) throws BadField {
        String word = cells.text(column);
        if (word.length() > longest) {
            throw new BadField(cells.place(column), word, Expected.LENGTH.with("longest", longest));
        }
        return mapping.isMissing(word) ? "" : word;
    }

    private double degrees(int column, int limit) throws BadField {
        String text = cells.text(column);
        if (mapping.isMissing(text)) {
            return Double.NaN;
        }
        return Numbers.find(text, mapping.decimal(), 30)
                .map(BigDecimal::doubleValue)
                .filter(value -> Math.abs(value) <= limit)
                .orElseThrow(() ->
                        new BadField(
                                cells.place(column),
                                text,
                                Expected.DEGREES_OR_NOTHING.with("limit", limit)));
    }

    private void requireColumns() throws UnusableFileException {
        List<String> wanted = new ArrayList<>(mapping.hourLabel().columns().headers());
        for (Mapping.Source source :
                List.of(
                        mapping.station(),
                        mapping.stationName(),
                        mapping.area(),
                        mapping.longitude(),
                        mapping.latitude())) {
            if (source instanceof Mapping.Source.Column(String title)) {
                wanted.add(title);
            }
        }
        mapping.concentrations().forEach(one -> wanted.add(one.header()));
        mapping.others().forEach(one -> wanted.add(one.header()));
        String missing =
                wanted.stream()
                        .filter(title -> !columns.containsKey(plain(title)))
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new UnusableFileException(
                    Unusable.MAPPED_COLUMNS_MISSING.with(
                            "columns",
                            missing,
                            "line",
                            mapping.headerLine(),
                            "file",
                            name,
                            "header",
                            shortened(String.join(", ", cells.header()))));
        }
        for (String title : wanted) {
            if (doubled.contains(plain(title))) {
                throw new UnusableFileException(
                        Unusable.MAPPED_COLUMN_TWICE.with(
                                "column", title, "line", mapping.headerLine(), "file", name));
            }
        }
        Set<String> used = new HashSet<>();
        List<String> headers = new ArrayList<>();
        mapping.concentrations().forEach(one -> headers.add(one.header()));
        mapping.others().forEach(one -> headers.add(one.header()));
        for (String header : headers) {
            if (!used.add(plain(header))) {
                throw new UnusableFileException(Unusable.COLUMN_FOR_TWO.with("column", header));
            }
        }
    }

    /** A header like {@code CO(mg/m³)} knows better than a mapping that says ug/m3. */
    private void requireUnits() throws UnusableFileException {
        for (Mapping.Concentration one : mapping.concentrations()) {
            Optional<ConcentrationUnit> other = one.unit().findContradiction(one.header());
            if (other.isPresent()) {
                throw new UnusableFileException(
                        Unusable.UNIT_CONTRADICTED.with(
                                "column",
                                one.header(),
                                "file",
                                name,
                                "pollutant",
                                pollutant(one).code(),
                                "unit",
                                one.unit().word()));
            }
        }
        for (Mapping.Other one : mapping.others()) {
            if (OtherUnit.contradicts(one.header(), one.unit(), one.species())) {
                throw new UnusableFileException(
                        Unusable.UNIT_CONTRADICTED.with(
                                "column",
                                one.header(),
                                "file",
                                name,
                                "pollutant",
                                one.species().code(),
                                "unit",
                                one.unit().word()));
            }
        }
    }

    private static Pollutant pollutant(Mapping.Concentration one) {
        return HourlyIndex.POLLUTANTS.get(one.place());
    }

    private int column(Mapping.Source source) {
        return switch (source) {
            case Mapping.Source.Column(String title) -> column(title);
            case Mapping.Source.Fixed _, Mapping.Source.Nowhere _ -> NO_COLUMN;
        };
    }

    private int column(String title) {
        Integer column = columns.get(plain(title));
        if (column == null) {
            throw new IllegalStateException("not required before: " + title);
        }
        return column;
    }

    private static String fixed(Mapping.Source source) {
        return source instanceof Mapping.Source.Fixed(String word) ? word : "";
    }

    private static String plain(String title) {
        return title.strip().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_HEADER ? text : text.substring(0, SHOWN_HEADER) + "…";
    }
}
