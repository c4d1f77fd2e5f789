package org.airshed.stationfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet of a workbook (.xlsx). A cell with a formula has the value last calculated;
 * a cell inside a merge, but for its first, has none and is refused where it is needed.
 */
final class SheetCells implements Cells {
    private static final int SHOWN_SHEETS = 20;

    /** Without the formats of cells; a number that is none spoils its cell, not the sheet. */
    private static final ReadingOptions OPTIONS = new ReadingOptions(false, true);

    private static final double LAST_SERIAL = 2_958_465; // 9999-12-31, Excel's last day

    private final String name;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<MergedRange> merges;
    private final Map<Integer, NavigableMap<Integer, MergedRange>> mergesByColumn = new HashMap<>();
    private final List<String> header = new ArrayList<>();
    private @Nullable Row row;
    private long number;
    private boolean firstUnnumbered;
    private long formulas;
    private String firstFormula = "";

    private SheetCells(
            String name, ReadableWorkbook workbook, Stream<Row> stream, List<MergedRange> merges) {
        this.name = name;
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.merges = merges;
    }

    /** Opens the sheet the mapping names and reads its header; the stream is closed. */
    static SheetCells open(String name, InputStream in, Mapping mapping)
            throws UnusableFileException {
        try (in) {
            byte[] bytes = in.readNBytes(WorkbookGuard.MOST_PACKED + 1);
            if (bytes.length > WorkbookGuard.MOST_PACKED) {
                throw new UnusableFileException(
                        Unusable.WORKBOOK_LARGE.with(
                                "most", WorkbookGuard.MOST_PACKED >> 20, "file", name));
            }
            WorkbookGuard guard = WorkbookGuard.inspect(name, bytes);
            ReadableWorkbook workbook =
                    new ReadableWorkbook(new ByteArrayInputStream(bytes), OPTIONS);
            Sheet sheet = sheet(name, workbook, mapping.sheet());
            SheetCells cells =
                    new SheetCells(name, workbook, sheet.openStream(), guard.merges(sheet.getId()));
            cells.readHeader(mapping.headerLine());
            return cells;
        } catch (UnusableFileException unusable) {
            throw unusable;
        } catch (IOException | RuntimeException failure) {
            // The library throws several unchecked exceptions when a workbook is damaged.
            throw damaged(name, failure);
        }
    }

    static UnusableFileException damaged(String name, Exception failure) {
        return new UnusableFileException(
                Unusable.DAMAGED.with("file", name, "failure", failure.getMessage()),
                failure instanceof IOException io ? io : new IOException(failure));
    }

    private static Sheet sheet(String name, ReadableWorkbook workbook, Optional<String> wanted)
            throws UnusableFileException {
        List<Sheet> sheets = workbook.getSheets().toList();
        String names =
                sheets.stream()
                        .limit(SHOWN_SHEETS)
                        .map(Sheet::getName)
                        .collect(Collectors.joining(", "));
        if (wanted.isEmpty() && !sheets.isEmpty()) {
            return sheets.getFirst();
        }
        for (Sheet sheet : sheets) {
            if (wanted.isPresent() && wanted.get().equals(sheet.getName())) {
                return sheet;
            }
        }
        int place =
                wanted.filter(word -> word.matches("[0-9]{1,4}")).map(Integer::parseInt).orElse(0);
        if (place >= 1 && place <= sheets.size()) {
            return sheets.get(place - 1);
        }
        throw new UnusableFileException(
                Unusable.SHEET_ABSENT.with(
                        "sheet",
                        wanted.orElse("1"),
                        "file",
                        name,
                        "sheets",
                        names.isEmpty() ? "none" : names));
    }

    private void readHeader(int headerLine) throws IOException {
        while (number < headerLine && advance()) {
            // rows above the header are titles
        }
        Row found = row;
        if (found == null || number != headerLine) {
            throw new UnusableFileException(
                    Unusable.HEADER_ABSENT.with("line", headerLine, "file", name));
        }
        for (int column = 0; column < found.getCellCount(); column++) {
            header.add(found.getCellText(column).strip());
        }
    }

    @Override
    public List<String> header() {
        return List.copyOf(header);
    }

    @Override
    public boolean advance() throws IOException {
        try {
            while (rows.hasNext()) {
                row = rows.next();
                // The library counts from 0 where the sheet does not number its rows.
                firstUnnumbered |= number == 0 && row.getRowNum() == 0;
                number = row.getRowNum() + (firstUnnumbered ? 1 : 0);
                if (row.getFirstNonEmptyCell().isPresent()) {
                    return true;
                }
            }
            return false;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (RuntimeException damaged) {
            throw new IOException("the sheet is damaged: " + damaged.getMessage(), damaged);
        }
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public void requireShape() {
        // Empty cells at a row's end are not written in a workbook: every shape is right.
    }

    private Optional<Cell> cell(int column) {
        return row == null ? Optional.empty() : row.getOptionalCell(column);
    }

    @Override
    public String text(int column) throws BadField {
        Optional<Cell> found = cell(column);
        String text = found.map(Cell::getText).orElse("").strip();
        if (found.isPresent() && isError(found.get(), text)) {
            throw new BadField(place(column), shown(found.get()), Expected.NO_ERROR.plain());
        }
        if (text.isEmpty()) {
            requireUnmerged(column);
        }
        if (found.isEmpty()) {
            return text;
        }
        Cell cell = found.get();
        if (cell.getFormula() != null) {
            noteFormula(column, cell, text);
        }
        return cell.getValue() instanceof BigDecimal decimal ? plain(decimal) : text;
    }

    private static boolean isError(Cell cell, String text) {
        return cell.getType() == CellType.ERROR
                || (cell.getType() == CellType.FORMULA && text.startsWith("#"));
    }

    private static String shown(Cell cell) {
        String raw = cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private void noteFormula(int column, Cell cell, String text) throws BadField {
        if (text.isEmpty()) {
            throw new BadField(
                    place(column), "=" + cell.getFormula(), Expected.FORMULA_VALUE.plain());
        }
        formulas++;
        if (formulas == 1) {
            firstFormula = address(column);
        }
    }

    /** 2013 rather than 2.013E+3; what is out of all range stays as it is. */
    private static String plain(BigDecimal decimal) {
        return Math.abs(decimal.scale()) > 20
                ? decimal.toString()
                : decimal.stripTrailingZeros().toPlainString();
    }

    private void requireUnmerged(int column) throws BadField {
        NavigableMap<Integer, MergedRange> ranges =
                mergesByColumn.computeIfAbsent(column, this::mergesOf);
        Map.Entry<Integer, MergedRange> above = ranges.floorEntry((int) number);
        if (above != null && number <= above.getValue().lastRow()) {
            MergedRange range = above.getValue();
            if (number != range.firstRow() || column != range.firstColumn()) {
                throw new BadField(
                        place(column), "", Expected.UNMERGED.with("range", range.name()));
            }
        }
    }

    private NavigableMap<Integer, MergedRange> mergesOf(int column) {
        NavigableMap<Integer, MergedRange> ranges = new TreeMap<>();
        for (MergedRange range : merges) {
            if (range.holdsColumn(column)) {
                ranges.put(range.firstRow(), range);
            }
        }
        return ranges;
    }

    @Override
    public Optional<LocalDateTime> findDate(int column) {
        Optional<Cell> found = cell(column);
        if (found.isEmpty() || found.get().getType() == CellType.STRING) {
            return Optional.empty();
        }
        String raw = found.get().getRawValue();
        Optional<BigDecimal> serial = raw == null ? Optional.empty() : Numbers.find(raw, '.', 30);
        if (serial.isEmpty()
                || serial.get().signum() < 0
                || serial.get().doubleValue() > LAST_SERIAL) {
            return Optional.empty();
        }
        // A serial counts days: an hour is rounded in its last digits, by less than a second.
        LocalDateTime date = found.get().asDate().plusNanos(500_000_000);
        return Optional.of(date.withNano(0));
    }

    @Override
    public String place(int column) {
        String title = column < header.size() ? header.get(column) : "";
        return title.isEmpty()
                ? "cell " + address(column)
                : "%s (cell %s)".formatted(title, address(column));
    }

    private String address(int column) {
        return MergedRange.letters(column) + number;
    }

    @Override
    public Optional<UnusableFileException> findOtherCharset() {
        return Optional.empty();
    }

    @Override
    public List<String> notes() {
        return formulas == 0
                ? List.of()
                : List.of(
                        "%d cells of %s have formulas, the first %s: their values are those last"
                                        .formatted(formulas, name, firstFormula)
                                + " calculated");
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
