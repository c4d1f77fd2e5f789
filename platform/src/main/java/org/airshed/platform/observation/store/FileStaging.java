package org.airshed.platform.observation.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.airshed.engine.substance.Species;
import org.airshed.platform.observation.MappedTable;
import org.airshed.platform.observation.store.Arrivals.Described;
import org.airshed.platform.observation.store.RunningImports.Running;
import org.airshed.platform.observation.store.StationRegister.Found;
import org.airshed.platform.observation.store.StationRegister.Resolved;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Refusal;
import org.airshed.stationfiles.FileEnd;
import org.airshed.stationfiles.Reject;
import org.airshed.stationfiles.UnusableFileException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Brings a file's rows into the staging table of one transaction: read, given their stations, with
 * the lines named that say an hour twice.
 */
@Component
class FileStaging {
    private final JdbcTemplate jdbc;
    private final DataSource source;
    private final StationRegister stations;
    private final Clock clock = Clock.systemUTC();

    FileStaging(JdbcTemplate jdbc, DataSource source, StationRegister stations) {
        this.jdbc = jdbc;
        this.source = source;
        this.stations = stations;
    }

    /** How a file is read. */
    interface Reading {
        FileEnd read(InputStream in, Arrivals arrivals) throws IOException;
    }

    /**
     * What was read.
     *
     * @param sha256 of the whole file, as hexadecimal digits
     */
    record Staged(Arrivals arrivals, FileEnd end, String sha256) {}

    /** Reads the file into the staging table, as far as it can be read. */
    Staged stage(String name, Path file, List<Species> species, Reading reading, Running progress) {
        Connection connection = DataSourceUtils.getConnection(source);
        try (var in = new CountedInput(Files.newInputStream(file), Files.size(file))) {
            Arrivals arrivals;
            FileEnd end;
            try (var copy =
                    new PGCopyOutputStream(
                            connection.unwrap(PGConnection.class),
                            Arrivals.copy(species),
                            1 << 16)) {
                arrivals =
                        new Arrivals(
                                copy,
                                species.size(),
                                name,
                                clock.instant(),
                                rows -> progress.read(rows, in.share()));
                end = reading.read(in, arrivals);
                arrivals.flush();
            }
            return new Staged(arrivals, end, digest(file));
        } catch (UnusableFileException unusable) {
            Map<String, String> arguments = unusable.arguments();
            arguments.put("file", name);
            throw Refusal.badInput("observation.file-unusable", arguments);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot import " + name, failure);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot stage " + name, failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** Finds or enters the stations of the file and turns away the rows of unusable ones. */
    Resolved place(Authority authority, Arrivals arrivals, String name, MappedTable table) {
        jdbc.execute(
                "create temporary table described (described int primary key, station int, jurisdiction text,"
                        + " code text not null) on commit drop");
        Resolved resolved = stations.resolve(authority, arrivals.described(), name, table);
        List<Object[]> known = new ArrayList<>();
        for (int index = 0; index < arrivals.described().size(); index++) {
            Described station = arrivals.described().get(index);
            switch (resolved.found().get(index)) {
                case Found.Known(int number, JurisdictionCode place) ->
                        known.add(new Object[] {index, number, place.value(), station.code()});
                case Found.Unusable unusable -> turnAway(arrivals, name, index, unusable);
                case null -> throw new IllegalStateException("station " + station + " unresolved");
            }
        }
        jdbc.batchUpdate("insert into described values (?, ?, ?, ?)", known);
        jdbc.execute("analyze described");
        return resolved;
    }

    private void turnAway(Arrivals arrivals, String name, int index, Found.Unusable unusable) {
        jdbc.query(
                "select count(*), min(line), coalesce(sum(num_nonnulls("
                        + Arrivals.COLUMNS
                        + ")), 0) from arriving where described = ?",
                row -> {
                    arrivals.turnAway(row.getLong(1), row.getLong(3));
                    Map<String, String> arguments = new TreeMap<>(unusable.arguments());
                    arguments.put("rows", row.getString(1));
                    arguments.put("station", arrivals.described().get(index).code());
                    arrivals.keep(
                            new Reject(
                                    name,
                                    row.getLong(2),
                                    unusable.column(),
                                    unusable.value(),
                                    unusable.condition().with(arguments)));
                },
                index);
    }

    /** Names the lines that say again what an earlier line of the file said. */
    void keepDuplicates(Arrivals arrivals, String name, long duplicates) {
        if (duplicates == 0) {
            return;
        }
        jdbc.query(
                """
                select a.line, s.code, a.hour, first.line
                from arriving a join described s on s.described = a.described
                join staged first on first.station = s.station and first.hour_end = to_timestamp(a.hour * 3600.0)
                where a.line <> first.line
                order by a.line limit 1000
                """,
                row -> {
                    arrivals.keep(
                            new Reject(
                                    name,
                                    row.getLong(1),
                                    "stationcode",
                                    row.getString(2),
                                    Condition.STATION_HOUR_ONCE.with(
                                            Map.of(
                                                    "hour",
                                                    Instant.ofEpochSecond(3600 * row.getLong(3))
                                                            .toString(),
                                                    "line",
                                                    row.getString(4)))));
                });
    }

    static String digest(Path file) {
        MessageDigest sha256 = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
