package org.airshed.platform.server;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The order of a list and how SQL continues it after a row: a row-value comparison over the
 * ordering columns, which an index on them answers at any depth. The columns together must be
 * unique.
 *
 * <pre>{@code
 * Keyset order = Keyset.descending(column("at", INSTANT), column("id", UUID));
 * jdbc.sql("select … from act where " + order.where(paging) + order.orderAndLimit(paging))
 *     .params(order.parameters(paging))
 * }</pre>
 */
public record Keyset(boolean descending, List<Column> columns) {

    /** What an ordering column holds. */
    public enum KeyType {
        TEXT,
        WHOLE_NUMBER,
        INSTANT,
        DATE,
        UUID;

        Object read(String key) {
            return switch (this) {
                case TEXT -> key;
                case WHOLE_NUMBER -> Long.valueOf(key);
                case INSTANT -> OffsetDateTime.ofInstant(Instant.parse(key), ZoneOffset.UTC);
                case DATE -> LocalDate.parse(key);
                case UUID -> java.util.UUID.fromString(key);
            };
        }
    }

    /** An ordering column: an SQL expression over one column, and what it holds. */
    public record Column(String sql, KeyType type) {}

    public Keyset {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("expected at least one ordering column, got none");
        }
    }

    public static Keyset ascending(Column... columns) {
        return new Keyset(false, List.of(columns));
    }

    public static Keyset descending(Column... columns) {
        return new Keyset(true, List.of(columns));
    }

    public static Column column(String sql, KeyType type) {
        return new Column(sql, type);
    }

    /** The condition that leaves the rows already seen out; {@code true} on the first page. */
    public String where(Paging paging) {
        if (paging.after().isEmpty()) {
            return "true";
        }
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            names.add(columns.get(i).sql());
            values.add(":after" + i);
        }
        return "(%s) %s (%s)"
                .formatted(
                        String.join(", ", names),
                        descending ? "<" : ">",
                        String.join(", ", values));
    }

    /**
     * The values {@link #where} names.
     *
     * @throws Refusal when the cursor's keys are not of this list
     */
    public Map<String, Object> parameters(Paging paging) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> keys = paging.after().orElse(List.of());
        if (keys.isEmpty()) {
            return parameters;
        }
        if (keys.size() != columns.size()) {
            throw Cursor.refused(Cursor.write(keys, paging.link()));
        }
        for (int i = 0; i < columns.size(); i++) {
            try {
                parameters.put("after" + i, columns.get(i).type().read(keys.get(i)));
            } catch (IllegalArgumentException | DateTimeParseException foreign) {
                throw Cursor.refused(Cursor.write(keys, paging.link()));
            }
        }
        return parameters;
    }

    /** The order, and one row more than asked for: it tells whether a page follows. */
    public String orderAndLimit(Paging paging) {
        String direction = descending ? " desc" : "";
        List<String> names = columns.stream().map(column -> column.sql() + direction).toList();
        return " order by " + String.join(", ", names) + " limit " + (paging.limit() + 1);
    }

    /**
     * The page made of the rows read.
     *
     * @param rows at most one more than the limit, in order
     * @param keysOf the ordering columns of a row, as text that {@link KeyType} reads back
     */
    public <T> Page<T> page(List<T> rows, Paging paging, Function<T, List<String>> keysOf) {
        if (rows.size() <= paging.limit()) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> shown = rows.subList(0, paging.limit());
        return new Page<>(
                shown, Optional.of(paging.linkAfter(keysOf.apply(shown.get(shown.size() - 1)))));
    }
}
