package org.airshed.platform.observation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.airshed.engine.airquality.HourlyIndex;
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
 * Writes what the temporary table {@code change} holds: new readings, and revisions of known ones.
 * Its rows carry jurisdiction, station, code, hour_end, known, last_revision, withdrawn and the six
 * values.
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

    private final JdbcTemplate jdbc;
    private final DataSource source;

    Changes(JdbcTemplate jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
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

    /** Each jurisdiction's part, by its rows in the order of station code and hour. */
    List<ImportActs.Part> parts() {
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
        List<ImportActs.Part> parts = new ArrayList<>();
        trees.forEach((place, tree) ->
                parts.add(new ImportActs.Part(place, tree.entries(), tree.root())));
        return parts;
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
