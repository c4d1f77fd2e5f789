package org.airshed.stationfiles;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of reasons for which nothing of a file can be used: a code that stays, by which the
 * sentence is found in other languages, and the sentence in English with its arguments in braces.
 * Argument {@code wanted} is what should stand there: the code of an {@link Expected}, whose own
 * arguments stand beside it.
 */
public enum Unusable {
    ABSENT("absent", "expected a file at {file}, found none"),
    FOLDER("folder", "expected a file, got the folder {file}"),
    UNREADABLE("unreadable", "cannot read {file}: {failure}"),
    CUT("cut", "cannot read {file} to its end: {failure}"),
    HEADER_UNREADABLE("header-unreadable", "cannot read the header of {file}: {failure}"),
    UNCLOSED("unclosed", "cannot close: {failure}"),
    ZIP("zip", "expected plain text or gzip, {file} is a zip archive: unpack it first"),
    UTF_16("utf-16", "expected UTF-8, {file} is UTF-16: convert it with iconv -f UTF-16 -t UTF-8"),
    GBK(
            "gbk",
            "expected UTF-8, line {line} of {file} is GBK: convert it with iconv -f GB18030 -t UTF-8"),
    GBK_UNSAID(
            "gbk-unsaid",
            "expected UTF-8, line {line} of {file} is GBK: say charset = GB18030 in the mapping"),
    HEADER_BEYOND(
            "header-beyond", "expected a header in line {line}, {file} ends after line {last}"),
    HEADER_ABSENT("header-absent", "expected a header in row {line} of {file}, there is none"),
    EMPTY("empty", "expected a header with {columns}, {file} is empty"),
    HEADER_LONG(
            "header-long",
            "expected a header with {columns}, the first line of {file} is longer than 1 MiB"),
    COLUMN_TWICE("column-twice", "expected each column once, {file} names '{column}' twice"),
    COLUMNS_MISSING("columns-missing", "expected the columns {columns}, {file} has no {missing}"),
    TOO_MANY_LINES("too-many-lines", "expected at most {most} lines, {file} has more"),
    MAPPED_COLUMNS_MISSING(
            "mapped-columns-missing",
            "expected the columns {columns} that the mapping names, line {line} of {file} has none: {header}"),
    MAPPED_COLUMN_TWICE(
            "mapped-column-twice",
            "expected the column '{column}' once, line {line} of {file} names it more than once"),
    COLUMN_FOR_TWO(
            "column-for-two",
            "expected a column for each pollutant, the mapping names '{column}' for two"),
    UNIT_CONTRADICTED(
            "unit-contradicted",
            "expected the unit of the column '{column}' of {file}, the mapping says unit.{pollutant} = {unit}"),
    ENCRYPTED("encrypted", "expected a workbook without a password, {file} is encrypted"),
    XLS("xls", "expected .xlsx or CSV, {file} is an old Office file (.xls): save it as .xlsx"),
    XLSB("xlsb", "expected .xlsx, {file} is a binary workbook (.xlsb): save it as .xlsx"),
    ODS("ods", "expected .xlsx, {file} is an OpenDocument file (.ods): save it as .xlsx"),
    NO_WORKBOOK(
            "no-workbook",
            "expected CSV or .xlsx, {file} is a zip archive without a workbook: unpack it first"),
    WORKBOOK_LARGE("workbook-large", "expected a workbook of at most {most} MiB, {file} is larger"),
    DAMAGED("damaged", "expected a workbook (.xlsx), {file} is damaged: {failure}"),
    WORKBOOK_LIMIT("workbook-limit", "refused the workbook {file}: {failure}"),
    SHARED_TEXT(
            "shared-text",
            "refused the workbook {file}: a cell names shared text {text}, it has {texts}"),
    SHEET_ABSENT("sheet-absent", "expected the sheet '{sheet}' in {file}, it has {sheets}"),
    MAPPING_UNKNOWN(
            "mapping-unknown", "expected a shipped mapping, one of {known}, got '{mapping}'"),
    MAPPING_UNREADABLE("mapping-unreadable", "cannot read the mapping {mapping}: {failure}"),
    MAPPING_LONG("mapping-long", "expected a mapping of at most 64 KiB, {mapping} is longer"),
    MAPPING_CHARSET(
            "mapping-charset", "expected a mapping in UTF-8, {mapping} is in another charset"),
    ROW("row", "{file} line {line}, {key}: expected {wanted}, got '{value}'"),
    LINE_ABSENT("line-absent", "{mapping}, {key}: expected {wanted}, got no such line"),
    LINE_WRONG("line-wrong", "{mapping}, {key}: expected {wanted}");

    private final String code;
    private final String english;

    Unusable(String code, String english) {
        this.code = code;
        this.english = english;
    }

    /** The code; it never changes. */
    public String code() {
        return code;
    }

    /** The sentence in English, unfilled. */
    public String english() {
        return english;
    }

    /** The reason with these names and values in turn. */
    Expectation with(@Nullable Object... namesAndValues) {
        Map<String, String> arguments = new TreeMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            arguments.put(
                    String.valueOf(namesAndValues[at]), String.valueOf(namesAndValues[at + 1]));
        }
        return new Expectation(code, english, arguments);
    }

    /** The reason that something else should stand where a row or a line of a mapping stands. */
    UnusableFileException wanting(Expectation wanted, @Nullable Object... namesAndValues) {
        return new UnusableFileException(with(namesAndValues), wanted);
    }
}
