package org.airshed.platform.observation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.substance.Pollutant;
import org.airshed.engine.substance.Species;
import org.airshed.platform.notary.MerkleRoot;
import org.airshed.platform.observation.ReadingsChanged;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Refusal;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Fills the temporary table {@code change}, from what a file brought or from what an undoing puts
 * back, and writes what it holds: new readings, and revisions of known ones. Its rows carry
 * jurisdiction, station, code, hour_end, known, last_revision, withdrawn and the six values.
 */
@Component
class Changes {
    private static final int LONGEST_RUN = 124; // days
    private static final String VALUES = Arrivals.COLUMNS;

    /**
     * The rows in the order in which they enter the trees, each jurisdiction's together; hours are
     * whole hours since 1970.
     */
    private static final String IN_ORDER =
            """
            copy (
                select o.jurisdiction, o.code, (date_part('epoch', c.hour_end) / 3600)::int,
                       case when c.withdrawn then 1 else 0 end, %s
                from change c join (
                    select station, jurisdiction, code,
                           row_number() over (order by jurisdiction, code collate "C") as place
                    from (select distinct station, jurisdiction, code from change) stations) o using (station)
                order by o.place, c.hour_end) to stdout
            """
                    .formatted(
                            HourlyIndex.POLLUTANTS.stream()
                                    .map(pollutant -> "c." + pollutant.code())
                                    .collect(Collectors.joining(", ")));

    /** {@code a.so2, a.no2, …} */
    private static String columns(String alias) {
        return columns(alias, HourlyIndex.POLLUTANTS);
    }

    private static String columns(String alias, List<Pollutant> pollutants) {
        return pollutants.stream()
                .map(Pollutant::code)
                .map(column -> alias + "." + column)
                .collect(Collectors.joining(", "));
    }

    /** One row per station-hour: of several lines the first stands. */
    private static String stagingOf(List<Species> species) {
        return "create temporary table staged on commit drop as"
                + " select distinct on (s.station, a.hour) s.jurisdiction, s.station, s.code,"
                + " to_timestamp(a.hour * 3600.0) as hour_end, a.line, "
                + columns("a")
                + OtherChanges.columns(species, "a.")
                + " from arriving a join described s on s.described = a.described and s.station is not null"
                + " order by s.station, a.hour, a.line";
    }

    /**
     * What is not known yet, and what is known with other values or was withdrawn. Only what the
     * file holds is compared.
     */
    private static String comparing(List<Pollutant> held) {
        return "create temporary table change on commit drop as"
                + " select s.jurisdiction, s.station, s.code, s.hour_end, r.station is not null as known, null::int as brought,"
                + " coalesce(v.revision, 0) as last_revision, false as withdrawn, "
                + columns("s")
                + " from staged s left join observation.reading r on r.jurisdiction = s.jurisdiction"
                + " and r.station = s.station and r.hour_end = s.hour_end"
                + " left join observation.revision v on v.latest and v.jurisdiction = s.jurisdiction"
                + " and v.station = s.station and v.hour_end = s.hour_end"
                + " where r.station is null or coalesce(v.withdrawn, false)"
                + " or case when v.station is null then row("
                + columns("r", held)
                + ") else row("
                + columns("v", held)
                + ") end is distinct from row("
                + columns("s", held)
                + ")";
    }

    /**
     * Of each value that stands and that this import brought: the last one before it whose import
     * stands, as a file or as an undoing brought it back; nothing when there is none.
     */
    private static final String UNDO =
            "create temporary table change on commit drop as"
                    + " select n.jurisdiction, n.station, s.code, n.hour_end, true as known, b.brought,"
                    + " n.revision as last_revision, b.brought is null as withdrawn, "
                    + columns("b")
                    + " from observation.reading_now n join observation.station s on s.number = n.station"
                    + " left join lateral (select e.brought, "
                    + columns("e")
                    + " from (select v.revision, v.brought, "
                    + columns("v")
                    + " from observation.revision v where v.jurisdiction = n.jurisdiction"
                    + " and v.station = n.station and v.hour_end = n.hour_end and v.revision < n.revision"
                    + " union all select 0, r.batch, "
                    + columns("r")
                    + " from observation.reading r where n.revision > 0 and r.jurisdiction = n.jurisdiction"
                    + " and r.station = n.station and r.hour_end = n.hour_end) e"
                    + " where e.brought is not null and e.brought <> %d"
                    + " and not exists (select from observation.import_batch u where u.undoes = e.brought)"
                    + " order by e.revision desc limit 1) b on true"
                    + " where n.brought = %d";

    private final JdbcTemplate jdbc;
    private final OtherChanges other;
    private final DataSource source;

    Changes(JdbcTemplate jdbc, OtherChanges other, DataSource source) {
        this.jdbc = jdbc;
        this.other = other;
        this.source = source;
    }

    /** Stages what arrived, one row per station and hour; returns how many. */
    int stage(List<Species> species) {
        int rows = jdbc.update(stagingOf(species));
        jdbc.execute("analyze staged");
        return rows;
    }

    /**
     * Compares what is staged with what is known.
     *
     * @param held those of the six that the file holds; of the others it says nothing
     * @throws Refusal 409 when a revision would end values of which the file says nothing: rows are
     *     revised whole, and an undoing takes back what its import brought
     */
    void compare(List<Pollutant> held) {
        jdbc.execute(comparing(held.isEmpty() ? HourlyIndex.POLLUTANTS : held));
        if (held.isEmpty()) {
            jdbc.execute("truncate change");
            return;
        }
        List<Pollutant> rest =
                HourlyIndex.POLLUTANTS.stream().filter(one -> !held.contains(one)).toList();
        if (!rest.isEmpty()) {
            requireNothingEnds(rest);
        }
    }

    private void requireNothingEnds(List<Pollutant> rest) {
        String missing = rest.stream().map(Pollutant::code).collect(Collectors.joining(", "));
        jdbc.query(
                        """
                        select c.code, to_char(c.hour_end at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as hour
                        from change c join observation.reading_now n on n.jurisdiction = c.jurisdiction
                            and n.station = c.station and n.hour_end = c.hour_end
                        where c.known and num_nonnulls(%s) > 0
                        order by c.code collate "C", c.hour_end limit 1
                        """
                                .formatted(columns("n", rest)),
                        (row, at) ->
                                Map.of(
                                        "station", row.getString("code"),
                                        "hour", row.getString("hour"),
                                        "pollutants", missing))
                .forEach(arguments -> {
                    throw Refusal.conflict("observation.mapping-ends-values", arguments);
                });
    }

    /** What the undoing of an import puts back. */
    void undo(int batch) {
        jdbc.execute(UNDO.formatted(batch, batch));
    }

    /**
     * Makes sure that days are derived in one zone for ever: those of another would be mixed with
     * them.
     */
    void requireZone(ZoneId zone) {
        if (zone.getRules().getOffset(Instant.now()).getTotalSeconds() % 3600 != 0) {
            throw Refusal.conflict("observation.zone-unusable", Map.of("zone", zone.getId()));
        }
        jdbc.update(
                "update observation.change_count set zone = ? where zone is null", zone.getId());
        String first =
                jdbc.queryForObject("select zone from observation.change_count", String.class);
        if (!zone.getId().equals(first)) {
            throw Refusal.conflict(
                    "observation.zone-changed",
                    Map.of("zone", zone.getId(), "first", String.valueOf(first)));
        }
    }

    /** Says that what was remembered of readings and stations is stale. */
    void count() {
        jdbc.update("update observation.change_count set changes = changes + 1");
    }

    /** The days on which something changed, in runs of at most {@link #LONGEST_RUN}. */
    List<ReadingsChanged> runs(ZoneId zone, int batch) {
        List<ReadingsChanged> runs = new ArrayList<>();
        jdbc.query(
                """
                select distinct jurisdiction, ((hour_end - interval '1 second') at time zone ?)::date as day
                from change order by jurisdiction, day
                """,
                row -> {
                    addDay(
                            runs,
                            new JurisdictionCode(row.getString("jurisdiction")),
                            row.getObject("day", LocalDate.class),
                            batch);
                },
                zone.getId());
        return runs;
    }

    private static void addDay(
            List<ReadingsChanged> runs, JurisdictionCode place, LocalDate day, int batch) {
        if (!runs.isEmpty()) {
            ReadingsChanged last = runs.getLast();
            if (last.jurisdiction().equals(place)
                    && !day.isAfter(last.lastDay().plusDays(1))
                    && day.isBefore(last.firstDay().plusDays(LONGEST_RUN))) {
                runs.set(runs.size() - 1, new ReadingsChanged(place, last.firstDay(), day, batch));
                return;
            }
        }
        runs.add(new ReadingsChanged(place, day, day, batch));
    }

    /**
     * Each jurisdiction's part, by its rows in the order of station code and hour, what was read
     * besides the six behind the six.
     *
     * @param others whether there is anything besides the six
     */
    List<ImportActs.Part> parts(boolean others) {
        Map<JurisdictionCode, MerkleRoot> trees = new TreeMap<>();
        ChangedRow row = new ChangedRow();
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            CopyOut rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(IN_ORDER);
            for (byte[] line = rows.readFromCopy(); line != null; line = rows.readFromCopy()) {
                row.read(line);
                trees.computeIfAbsent(row.jurisdiction(), any -> new MerkleRoot())
                        .append(row.entry());
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read what changes", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
        if (others) {
            other.appendTo(place -> trees.computeIfAbsent(place, any -> new MerkleRoot()));
        }
        List<ImportActs.Part> parts = new ArrayList<>();
        trees.forEach((place, tree) ->
                parts.add(new ImportActs.Part(place, tree.entries(), tree.root())));
        return parts;
    }

    /**
     * What is said of the stations of which something changes: a later import that brings nothing
     * of a station does not keep it.
     *
     * @param others whether there is anything besides the six
     */
    List<StationDescription> brought(
            List<StationDescription> said, List<StandingChange> standings, boolean others) {
        Set<Integer> stations =
                new HashSet<>(
                        jdbc.queryForList("select distinct station from change", Integer.class));
        if (others) {
            stations.addAll(
                    jdbc.queryForList("select distinct station from other_change", Integer.class));
        }
        standings.forEach(change -> stations.add(change.station()));
        return said.stream().filter(one -> stations.contains(one.station())).toList();
    }

    /** Makes the months' partitions and enters what was not known; returns how many. */
    long enter(int batch) {
        jdbc.query(
                """
                select observation.ensure_month(month) from (
                    select distinct date_trunc('month', hour_end, 'UTC') as month from change where not known) months
                """,
                row -> {});
        return jdbc.update(
                "insert into observation.reading (jurisdiction, station, hour_end, batch, "
                        + VALUES
                        + ") select jurisdiction, station, hour_end, ?, "
                        + VALUES
                        + " from change where not known",
                batch);
    }

    /** Enters a revision of each row that was known; returns how many. */
    long revise(int batch, String reason) {
        jdbc.update(
                """
                update observation.revision r set latest = false from change c
                where c.known and r.latest and r.jurisdiction = c.jurisdiction and r.station = c.station
                  and r.hour_end = c.hour_end
                """);
        return jdbc.update(
                "insert into observation.revision (jurisdiction, station, hour_end, revision, latest, withdrawn, "
                        + VALUES
                        + ", batch, person, reason, brought) select jurisdiction, station, hour_end, last_revision + 1,"
                        + " true, withdrawn, "
                        + VALUES
                        + ", ?, rights.person(), ?, case when withdrawn then null else coalesce(brought, ?) end"
                        + " from change where known",
                batch,
                reason,
                batch);
    }
}
