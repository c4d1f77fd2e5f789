package org.airshed.stationfiles;

import java.util.Map;
import java.util.TreeMap;

/**
 * The kinds of what a reader expects where a {@link Reject} stands: a code that stays, by which the
 * sentence is found in other languages, and the sentence in English with its arguments in braces.
 */
public enum Expected {
    LINE_LENGTH("line-length", "a line of at most 1 MiB"),
    FIELDS("fields", "{expected} fields as in the header, not {found}"),
    MOST_FIELDS("most-fields", "at most {most} fields"),
    COMMA("comma", "a comma after a closing quote"),
    SEPARATOR("separator", "the separator '{separator}' after a closing quote"),
    CLOSING_QUOTE("closing-quote", "a closing quote on the same line"),
    CODE("code", "a code of 1 to {longest} characters"),
    LENGTH("length", "at most {longest} characters"),
    BYTES("bytes", "at most {longest} bytes"),
    UTF_8("utf-8", "UTF-8"),
    UTF_8_OR_GB18030(
            "utf-8-or-gb18030", "UTF-8, or in the mapping charset = GB18030 for a file in GBK"),
    GB18030_OR_UTF_8("gb18030-or-utf-8", "GB18030, or in the mapping charset = UTF-8"),
    HOUR_BEIJING("hour-beijing", "the end of an hour in Beijing time, like 2026-03-01T0100"),
    HOUR_END("hour-end", "a full hour like {pattern}, end of an hour in {zone}"),
    HOUR_START("hour-start", "a full hour like {pattern}, start of an hour in {zone}"),
    HOUR_ONCE("hour-once", "a time that occurs once in {zone}, where clocks change"),
    HOUR_BY("hour-by", "an hour that ends by {latest}"),
    DAY_OF_MONTH("day-of-month", "a day of the month"),
    DAY("day", "a day like 2020-11-01"),
    WHOLE("whole", "a whole number from {least} to {largest}"),
    CONCENTRATION(
            "concentration",
            "a decimal from 0 to {largest} with at most three decimals, NA, / or nothing"),
    DEGREES("degrees", "degrees from -{limit} to {limit}"),
    DEGREES_OR_NOTHING("degrees-or-nothing", "degrees from -{limit} to {limit}, or nothing"),
    PRIMARY_WORDS("primary-words", "words like 细颗粒物(PM2.5), several separated by commas"),
    AMOUNT("amount", "{pollutant} in {unit}, a decimal from 0 to {largest}, or nothing"),
    AMOUNT_OR_MARK(
            "amount-or-mark",
            "{pollutant} in {unit}, a decimal from 0 to {largest}, or nothing, {marks}"),
    SPECIES(
            "species",
            "{species} in {unit} that becomes {least} to {largest} {ownUnit}, or nothing"),
    SPECIES_OR_MARK(
            "species-or-mark",
            "{species} in {unit} that becomes {least} to {largest} {ownUnit}, or nothing, {marks}"),
    COMPASS("compass", "a point of the compass ({points}), or nothing"),
    COMPASS_OR_MARK("compass-or-mark", "a point of the compass ({points}), or nothing, {marks}"),
    NO_ERROR("no-error", "a value, not an error"),
    FORMULA_VALUE(
            "formula-value",
            "a formula with its last value: open and save the workbook, or paste values"),
    UNMERGED(
            "unmerged",
            "a value; the cell is merged into {range}, whose value stands in its first cell only:"
                    + " unmerge it and fill in"),
    PEOPLE("people", "a number of people"),
    CODE_ONCE("code-once", "each code once, it stands in line {line}"),
    VALUE("value", "a value"),
    KEY_VALUE("key-value", "key = value"),
    KEYS("keys", "one of the keys {keys}, or species. and unit. with the code of a species"),
    PLAIN_VALUE("plain-value", "at most 200 characters, none of them a control character"),
    VALUE_OR_NONE("value-or-none", "a value, or no such line"),
    KEY_ONCE("key-once", "each key once, it stands in line {earlier}"),
    COLUMN_TOO("column-too", "a line {columnKey} = column too"),
    NOT_BESIDE("not-beside", "no {one} beside {other}"),
    UNITS("units", "{units}"),
    BOTH_DEGREES("both-degrees", "both longitude and latitude, or neither"),
    OTHER_SIGN("other-sign", "another sign than the separator"),
    COLUMN_OR_CODE("column-or-code", "a column's name, or {fixedKey} = a code"),
    ONE_POLLUTANT("one-pollutant", "the column of at least one pollutant"),
    CHARSETS("charsets", "auto, UTF-8, GBK or GB18030"),
    SEPARATORS("separators", "comma, semicolon or tab"),
    DECIMALS("decimals", "point or comma"),
    HEADER_LINE("header-line", "the header's line, from 1 to {last}"),
    ZONE("zone", "a zone like Asia/Shanghai, +08:00 or UTC"),
    LABELS("labels", "start or end"),
    COLUMN_OR_TIME("column-or-time", "a column's name, or time = a column"),
    COLUMN_NAME("column-name", "a column's name"),
    PATTERN("pattern", "a pattern like yyyy-MM-dd HH:mm"),
    PATTERN_PARTS("pattern-parts", "yyyy, MM, dd, HH and, if there, mm and ss, with signs between");

    private final String code;
    private final String english;

    Expected(String code, String english) {
        this.code = code;
        this.english = english;
    }

    /** The code; it never changes, as it is stored. */
    public String code() {
        return code;
    }

    /** The sentence in English, unfilled. */
    public String english() {
        return english;
    }

    /** An expectation of a kind whose sentence has no arguments. */
    Expectation plain() {
        return new Expectation(code, english, Map.of());
    }

    /** An expectation with these names and values in turn. */
    Expectation with(Object... namesAndValues) {
        Map<String, String> arguments = new TreeMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            arguments.put(namesAndValues[at].toString(), namesAndValues[at + 1].toString());
        }
        return new Expectation(code, english, arguments);
    }
}
