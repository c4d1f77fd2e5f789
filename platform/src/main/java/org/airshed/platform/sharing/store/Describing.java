package org.airshed.platform.sharing.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.airshed.documents.table.Field;
import org.airshed.documents.table.Field.Kind;
import org.airshed.documents.table.Heading;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Origin;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.Words;
import org.airshed.platform.sharing.ExportAbout;
import org.airshed.platform.sharing.ExportAbout.Column;
import org.airshed.platform.sharing.ExportAbout.Note;
import org.airshed.platform.sharing.ExportQuery;
import org.airshed.platform.sharing.ExportedTable;
import org.springframework.stereotype.Component;

/** Says of each table and of each of its columns what it means, in both languages. */
@Component
class Describing {
    private final Words words;

    Describing(Words words) {
        this.words = words;
    }

    BilingualText title(ExportQuery query) {
        return said("sharing.table." + query.of().code(), Map.of());
    }

    /** The columns in the order in which {@link Rows} fills them. */
    List<Column> columns(ExportQuery query) {
        List<Column> columns = new ArrayList<>();
        if (query.of().ofStations()) {
            columns.add(plain("station", Kind.TEXT));
            columns.add(plain("name", Kind.TEXT));
        }
        columns.add(plain("city", Kind.TEXT));
        columns.add(plain("city_name_zh", Kind.TEXT));
        columns.add(plain("city_name_en", Kind.TEXT));
        columns.add(column(Field.LONGITUDE, Kind.DECIMAL, "°", Map.of()));
        columns.add(column(Field.LATITUDE, Kind.DECIMAL, "°", Map.of()));
        if (query.of() == ExportedTable.READINGS) {
            hours(columns, query);
        } else if (query.of().ofPeriod()) {
            period(columns);
        } else {
            days(columns, query);
        }
        columns.add(plain("origin", Kind.TEXT));
        columns.add(plain("origin_zh", Kind.TEXT));
        columns.add(plain("origin_en", Kind.TEXT));
        columns.add(plain("synthetic", Kind.YES_NO));
        return columns;
    }

    private void hours(List<Column> columns, ExportQuery query) {
        columns.add(plain("hour_end_utc", Kind.MOMENT));
        columns.add(plain("hour_end_local", Kind.TEXT));
        columns.add(plain("zone", Kind.TEXT));
        for (Pollutant pollutant : query.pollutants()) {
            columns.add(
                    of(pollutant, "hourly", pollutant.code() + Rows.unit(pollutant), Kind.DECIMAL));
        }
        if (query.flags()) {
            for (Pollutant pollutant : query.pollutants()) {
                columns.add(of(pollutant, "flag", pollutant.code() + "_flag", Kind.TEXT));
            }
        }
        columns.add(plain("revision", Kind.WHOLE));
    }

    private void days(List<Column> columns, ExportQuery query) {
        columns.add(plain("day", Kind.DAY));
        columns.add(plain("day_start_utc", Kind.MOMENT));
        columns.add(plain("day_end_utc", Kind.MOMENT));
        columns.add(plain("zone", Kind.TEXT));
        for (Pollutant pollutant : query.pollutants()) {
            boolean ozone = pollutant == Pollutant.O3;
            columns.add(
                    of(
                            pollutant,
                            ozone ? "max8h" : "mean24h",
                            pollutant.code()
                                    + (ozone ? "_max8h" : "_mean24h")
                                    + Rows.unit(pollutant),
                            Kind.DECIMAL));
        }
        columns.add(plain("aqi", Kind.WHOLE));
        columns.add(plain("level", Kind.WHOLE));
        columns.add(plain("primary_pollutants", Kind.TEXT));
        String behind = query.of() == ExportedTable.CITY_DAYS ? "stations" : "hours";
        for (Pollutant pollutant : query.pollutants()) {
            columns.add(of(pollutant, behind, pollutant.code() + "_" + behind, Kind.WHOLE));
        }
        columns.add(plain(behind + "_expected", Kind.WHOLE));
        columns.add(plain("standard", Kind.TEXT));
    }

    private void period(List<Column> columns) {
        columns.add(plain("period", Kind.TEXT));
        columns.add(plain("first_day", Kind.DAY));
        columns.add(plain("last_day", Kind.DAY));
        columns.add(plain("period_start_utc", Kind.MOMENT));
        columns.add(plain("period_end_utc", Kind.MOMENT));
        columns.add(plain("zone", Kind.TEXT));
        columns.add(plain("days", Kind.TEXT));
        columns.add(plain("pollutant", Kind.TEXT));
        columns.add(plain("unit", Kind.TEXT));
        columns.add(plain("mean", Kind.DECIMAL));
        columns.add(plain("percentile", Kind.WHOLE));
        columns.add(plain("at_percentile", Kind.DECIMAL));
        columns.add(plain("valid_days", Kind.WHOLE));
        columns.add(plain("needed_days", Kind.WHOLE));
        columns.add(plain("complete", Kind.YES_NO));
        columns.add(plain("exceeding_days", Kind.WHOLE));
        columns.add(plain("daily_limit", Kind.DECIMAL));
        columns.add(plain("annual_limit", Kind.DECIMAL));
        columns.add(plain("exceedance_multiple", Kind.DECIMAL));
        columns.add(plain("index_days", Kind.WHOLE));
        columns.add(plain("attained_days", Kind.WHOLE));
        columns.add(plain("attainment_percent", Kind.DECIMAL));
        columns.add(plain("composite_index", Kind.DECIMAL));
        columns.add(plain("limits", Kind.TEXT));
    }

    private Column plain(String name, Kind kind) {
        return column(name, kind, "", Map.of());
    }

    private Column column(String name, Kind kind, String unit, Map<String, String> arguments) {
        return new Column(new Field(name, kind), unit, said("sharing.column." + name, arguments));
    }

    private Column of(Pollutant pollutant, String what, String name, Kind kind) {
        String unit = pollutant == Pollutant.CO ? "mg/m³" : "µg/m³";
        return new Column(
                new Field(name, kind),
                kind == Kind.DECIMAL ? unit : "",
                said(
                        "sharing.column." + what,
                        Map.of(
                                "pollutant",
                                pollutant.code().toUpperCase(Locale.ROOT).replace('_', '.'),
                                "unit",
                                unit)));
    }

    /** What is said before a file is written. */
    ExportAbout about(ExportQuery query) {
        return new ExportAbout(title(query), columns(query), before(query));
    }

    private List<Note> before(ExportQuery query) {
        List<Note> notes = new ArrayList<>();
        notes.add(note("hours", Map.of()));
        notes.add(
                note(
                        switch (query.of()) {
                            case READINGS -> "values";
                            case STATION_DAYS, CITY_DAYS -> "days";
                            case STATION_STATISTICS, CITY_STATISTICS -> "statistics";
                        },
                        Map.of("flags", query.flags() ? "yes" : "no")));
        notes.add(note("licence", Map.of()));
        notes.add(literal("query", written(query)));
        return notes;
    }

    /** What is said of the whole of a file that is written now. */
    List<Note> notes(ExportQuery query, Selection selection, Set<Origin> origins, Instant now) {
        List<Note> notes = new ArrayList<>(before(query));
        for (Origin origin : origins) {
            notes.add(new Note("origin", new BilingualText(origin.zh(), origin.en())));
        }
        boolean synthetic = origins.stream().anyMatch(Origin::synthetic);
        notes.add(note(synthetic ? "synthetic" : "measured", Map.of()));
        if (origins.stream().anyMatch(Origin::provisional)) {
            notes.add(note("provisional", Map.of()));
        }
        notes.add(literal("zone", selection.zone().getId()));
        notes.add(literal("places", listed(selection.places())));
        if (!selection.leftOut().isEmpty()) {
            notes.add(note("left-out", Map.of("value", listed(selection.leftOut()))));
        }
        notes.add(literal("generated-at", now.toString()));
        return notes;
    }

    /** The heading of a file: its notes, then the meaning of each column. */
    Heading heading(ExportQuery query, List<Note> notes) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Note note : notes) {
            said.merge(note.word(), both(note.text()), (one, other) -> one + "; " + other);
        }
        List<Column> columns = columns(query);
        columns.forEach(
                column -> said.put("column." + column.field().name(), both(column.meaning())));
        return new Heading(both(title(query)), columns.stream().map(Column::field).toList(), said);
    }

    private static String both(BilingualText text) {
        return text.zh().equals(text.en()) ? text.en() : text.zh() + " / " + text.en();
    }

    private static String listed(Set<JurisdictionCode> places) {
        return new TreeSet<>(places)
                .stream().map(JurisdictionCode::value).collect(Collectors.joining(" "));
    }

    /** The query as it would be asked again. */
    private static String written(ExportQuery query) {
        return "of=%s format=%s cities=%s stations=%s pollutants=%s from=%s to=%s flags=%s"
                .formatted(
                        query.of().code(),
                        query.format().code(),
                        query.cities().isEmpty() ? "*" : listed(query.cities()).replace(' ', ','),
                        query.stations().isEmpty() ? "*" : String.join(",", query.stations()),
                        query.pollutants().stream()
                                .map(Pollutant::code)
                                .collect(Collectors.joining(",")),
                        query.first(),
                        query.last(),
                        query.flags());
    }

    private Note note(String word, Map<String, String> arguments) {
        return new Note(word, said("sharing.note." + word, arguments));
    }

    private static Note literal(String word, String text) {
        return new Note(word, new BilingualText(text, text));
    }

    private BilingualText said(String code, Map<String, String> arguments) {
        return new BilingualText(
                words.say(code, arguments, Language.ZH), words.say(code, arguments, Language.EN));
    }
}
