package org.airshed.platform.observation.store;

import static org.airshed.platform.server.Keyset.column;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.airshed.platform.notary.ActDraft;
import org.airshed.platform.notary.Notary;
import org.airshed.platform.observation.Instrument;
import org.airshed.platform.observation.InstrumentMethod;
import org.airshed.platform.observation.Instruments;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Keyset;
import org.airshed.platform.server.Keyset.KeyType;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Instruments in their table; each entry and each end is an act in the same transaction. */
@Repository
class SqlInstruments implements Instruments {
    private static final Keyset BY_STATION =
            Keyset.ascending(column("s.code", KeyType.TEXT), column("i.id", KeyType.UUID));

    private static final String SELECT =
            "select i.*, s.code from observation.instrument i join observation.station s on s.number = i.station ";

    private final JdbcClient jdbc;
    private final Notary notary;

    SqlInstruments(JdbcClient jdbc, Notary notary) {
        this.jdbc = jdbc;
        this.notary = notary;
    }

    @Override
    public Page<Instrument> instruments(
            Optional<String> station, Optional<Instant> at, Paging paging) {
        List<Instrument> rows =
                jdbc.sql(
                                SELECT
                                        + """
                                        where (cast(:station as text) is null or s.code = :station)
                                          and (cast(:at as timestamptz) is null
                                               or (i.valid_from <= :at and (i.valid_to is null or i.valid_to > :at))) and
                                        """
                                        + BY_STATION.where(paging)
                                        + BY_STATION.orderAndLimit(paging))
                        .params(BY_STATION.parameters(paging))
                        .param("station", station.orElse(null))
                        .param(
                                "at",
                                at.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .query(SqlInstruments::instrument)
                        .list();
        return BY_STATION.page(rows, paging, row -> List.of(row.station(), row.id().toString()));
    }

    private record Place(int number, JurisdictionCode jurisdiction) {}

    @Override
    @Transactional
    public Instrument enter(Authority authority, String station, Instrument.Entry entry) {
        Place place =
                jdbc.sql("select number, jurisdiction from observation.station where code = :code")
                        .param("code", station)
                        .query((row, at) ->
                                new Place(row.getInt(1), new JurisdictionCode(row.getString(2))))
                        .optional()
                        .orElseThrow(() ->
                                Refusal.notFound(
                                        "observation.station-unknown", Map.of("value", station)));
        authority.mandate(place.jurisdiction());
        lock(place.number());
        if (entry.primary()) {
            requireNoOther(place.number(), station, entry);
        }
        UUID id = UUID.randomUUID();
        UUID act =
                record(
                        authority,
                        place.jurisdiction(),
                        id,
                        "observation.act.instrument-entered",
                        Map.of("station", station, "serial", entry.serial()),
                        written(station, entry));
        insert(id, place, entry, authority.actor(), act);
        return find(id).orElseThrow();
    }

    /** One at a time at a station: the question for others and the entry belong together. */
    private void lock(int station) {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('observation.instrument/' || :station, 0))")
                .param("station", station)
                .query(row -> {});
    }

    /** Two instruments whose values a station reports for the same would give it two values. */
    private void requireNoOther(int number, String station, Instrument.Entry entry) {
        String[] codes =
                entry.measures().stream().map(Instrument.Measure::code).toArray(String[]::new);
        jdbc.sql(
                        """
                        select serial, array_to_string(array(
                            select unnest(measures) intersect select unnest(cast(:measures as text[])) order by 1), ', ')
                            as both
                        from observation.instrument
                        where station = :station and is_primary and measures && cast(:measures as text[])
                          and tstzrange(valid_from, valid_to) && tstzrange(:from, :to)
                        order by valid_from limit 1
                        """)
                .param("measures", codes)
                .param("station", number)
                .param("from", entry.from().atOffset(ZoneOffset.UTC))
                .param("to", offset(entry.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, at) ->
                        Map.of(
                                "station", station,
                                "serial", row.getString("serial"),
                                "measures", row.getString("both")))
                .optional()
                .ifPresent(arguments -> {
                    throw Refusal.conflict("observation.instrument-overlaps", arguments);
                });
    }

    private void insert(UUID id, Place place, Instrument.Entry entry, UUID person, UUID act) {
        jdbc.sql(
                        """
                        insert into observation.instrument (id, station, jurisdiction, measures, detection_limits, method,
                            is_primary, maker, model, serial, valid_from, valid_to, source, entered_by, act)
                        values (:id, :station, :place, :measures, :limits, :method, :primary, :maker, :model, :serial,
                            :from, :to, :source, :by, :act)
                        """)
                .param("id", id)
                .param("station", place.number())
                .param("place", place.jurisdiction().value())
                .param(
                        "measures",
                        entry.measures().stream()
                                .map(Instrument.Measure::code)
                                .toArray(String[]::new))
                .param(
                        "limits",
                        entry.measures().stream()
                                .map(measure -> measure.detectionLimit().orElse(null))
                                .toArray(BigDecimal[]::new))
                .param("method", entry.method().code())
                .param("primary", entry.primary())
                .param("maker", entry.maker())
                .param("model", entry.model())
                .param("serial", entry.serial())
                .param("from", entry.from().atOffset(ZoneOffset.UTC))
                .param("to", offset(entry.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("source", entry.source())
                .param("by", person)
                .param("act", act)
                .update();
    }

    private static @Nullable OffsetDateTime offset(Optional<Instant> moment) {
        return moment.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    @Override
    @Transactional
    public Instrument end(Authority authority, UUID instrument, Instant at, String source) {
        Instrument ending =
                find(instrument)
                        .orElseThrow(() ->
                                Refusal.notFound(
                                        "observation.instrument-unknown",
                                        Map.of("value", instrument.toString())));
        authority.mandate(ending.jurisdiction());
        boolean longer = ending.entry().to().map(at::isAfter).orElse(false);
        if (ending.end().isPresent() || longer || !at.isAfter(ending.entry().from())) {
            throw Refusal.conflict(
                    "observation.instrument-not-endable",
                    Map.of("value", instrument.toString(), "at", at.toString()));
        }
        UUID act =
                record(
                        authority,
                        ending.jurisdiction(),
                        instrument,
                        "observation.act.instrument-ended",
                        Map.of("station", ending.station(), "serial", ending.entry().serial()),
                        Map.of(
                                "at", at.toString(),
                                "source", source,
                                "entryAct", ending.act().toString()));
        int ended =
                jdbc.sql(
                                """
                                update observation.instrument
                                set valid_to = :at, ended_by = :by, ended_at = now(), end_source = :source, end_act = :act
                                where id = :id and ended_by is null
                                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", authority.actor())
                        .param("source", source)
                        .param("act", act)
                        .param("id", instrument)
                        .update();
        if (ended != 1) {
            // Somebody ended it between the question and the answer.
            throw Refusal.conflict(
                    "observation.instrument-not-endable",
                    Map.of("value", instrument.toString(), "at", at.toString()));
        }
        return find(instrument).orElseThrow();
    }

    private UUID record(
            Authority authority,
            JurisdictionCode place,
            UUID instrument,
            String summary,
            Map<String, String> arguments,
            Map<String, Object> content) {
        return notary.record(
                ActDraft.over(
                        authority,
                        place,
                        "observation.instrument/" + instrument,
                        summary,
                        arguments,
                        content));
    }

    private static Map<String, Object> written(String station, Instrument.Entry entry) {
        Map<String, Object> limits = new TreeMap<>();
        for (Instrument.Measure measure : entry.measures()) {
            limits.put(
                    measure.code(),
                    measure.detectionLimit().map(BigDecimal::toPlainString).orElse(""));
        }
        Map<String, Object> written = new TreeMap<>();
        written.put("station", station);
        written.put("measures", limits);
        written.put("method", entry.method().code());
        written.put("primary", entry.primary());
        written.put("maker", entry.maker());
        written.put("model", entry.model());
        written.put("serial", entry.serial());
        written.put("from", entry.from().toString());
        entry.to().ifPresent(to -> written.put("to", to.toString()));
        written.put("source", entry.source());
        return written;
    }

    private Optional<Instrument> find(UUID id) {
        return jdbc.sql(SELECT + "where i.id = :id")
                .param("id", id)
                .query(SqlInstruments::instrument)
                .optional();
    }

    private static Instrument instrument(ResultSet row, int at) throws SQLException {
        String[] codes = (String[]) row.getArray("measures").getArray();
        @Nullable BigDecimal[] limits =
                (@Nullable BigDecimal[]) row.getArray("detection_limits").getArray();
        List<Instrument.Measure> measures = new ArrayList<>();
        for (int place = 0; place < codes.length; place++) {
            measures.add(new Instrument.Measure(codes[place], Optional.ofNullable(limits[place])));
        }
        String method = row.getString("method");
        UUID endAct = row.getObject("end_act", UUID.class);
        return new Instrument(
                row.getObject("id", UUID.class),
                row.getString("code"),
                new JurisdictionCode(row.getString("jurisdiction")),
                new Instrument.Entry(
                        measures,
                        InstrumentMethod.findByCode(method)
                                .orElseThrow(
                                        () -> new IllegalStateException("no method " + method)),
                        row.getBoolean("is_primary"),
                        row.getString("maker"),
                        row.getString("model"),
                        row.getString("serial"),
                        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("valid_to", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getString("source")),
                row.getObject("act", UUID.class),
                endAct == null
                        ? Optional.empty()
                        : Optional.of(new Instrument.End(row.getString("end_source"), endAct)));
    }
}
