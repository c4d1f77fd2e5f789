package org.airshed.platform.sharing.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.airshed.documents.table.Heading;
import org.airshed.documents.table.TableFormat;
import org.airshed.documents.table.TableWriter;
import org.airshed.platform.access.CurrentViewer;
import org.airshed.platform.access.Rights;
import org.airshed.platform.observation.Origin;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Problem;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.sharing.ExportAbout.Note;
import org.airshed.platform.sharing.ExportedTable;
import org.airshed.platform.sharing.store.WorkBook.Claimed;
import org.airshed.platform.sharing.store.WorkBook.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes one export, reading as who asked for it. */
@Component
class ExportWriting {
    private static final long BEAT_ms = 500;
    private static final int ROWS_BETWEEN_LOOKS = 1_000;
    private static final int BUFFER_bytes = 1 << 16;

    private final CurrentViewer current;
    private final Rights rights;
    private final Choosing choosing;
    private final Describing describing;
    private final WorkBook book;
    private final ExportFolder folder;
    private final SharingSettings settings;
    private final Map<ExportedTable, Rows> tables;
    private final Clock clock = Clock.systemUTC();

    ExportWriting(
            CurrentViewer current,
            Rights rights,
            Choosing choosing,
            Describing describing,
            WorkBook book,
            ExportFolder folder,
            SharingSettings settings,
            ReadingRows readings,
            StationDayRows stationDays,
            CityDayRows cityDays,
            StatisticsRows statistics) {
        this.current = current;
        this.rights = rights;
        this.choosing = choosing;
        this.describing = describing;
        this.book = book;
        this.folder = folder;
        this.settings = settings;
        this.tables =
                Map.of(
                        ExportedTable.READINGS, readings,
                        ExportedTable.STATION_DAYS, stationDays,
                        ExportedTable.CITY_DAYS, cityDays,
                        ExportedTable.STATION_STATISTICS, statistics,
                        ExportedTable.CITY_STATISTICS, statistics);
    }

    Rows rows(ExportedTable table) {
        return Objects.requireNonNull(tables.get(table));
    }

    /** The work is somebody else's now, or nobody's. */
    static final class Abandoned extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Writes it and puts it in its place.
     *
     * @param stopping whether this server is about to stop
     * @throws Abandoned when it was cancelled, taken over, or the server stops
     * @throws Refusal when it cannot be written, saying why
     */
    void write(Claimed claimed, BooleanSupplier stopping) throws IOException {
        if (claimed.attempt() > WorkBook.MOST_ATTEMPTS) {
            throw Refusal.unavailable(
                    "sharing.failed-often",
                    Map.of("value", String.valueOf(WorkBook.MOST_ATTEMPTS)));
        }
        Selection selection = current.as(claimed.viewer(), () -> selection(claimed));
        long expected = rows(claimed.query().of()).expected(claimed.query(), selection);
        book.expect(claimed, expected);
        Set<Origin> origins = new LinkedHashSet<>();
        selection.cities().forEach(city -> origins.add(city.held().origin()));
        List<Note> notes = describing.notes(claimed.query(), selection, origins, clock.instant());
        Path draft = folder.draft(claimed.id(), claimed.attempt());
        try {
            Progress progress = new Progress(claimed, stopping);
            String sha256 = write(claimed, selection, notes, draft, progress);
            Written written =
                    new Written(
                            progress.rows,
                            Files.size(draft),
                            sha256,
                            selection.places(),
                            origins.stream().anyMatch(Origin::synthetic),
                            notes);
            folder.complete(draft, claimed.id(), claimed.query());
            if (!book.done(claimed, written, settings.keep())) {
                if (book.cancelled(claimed.id())) {
                    folder.remove(claimed.id()); // cancelled while it was put in place
                }
                throw new Abandoned();
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Selection selection(Claimed claimed) {
        Sight sight = rights.sight(claimed.viewer(), claimed.query().of().dataset());
        return choosing.require(claimed.query(), sight);
    }

    private String write(
            Claimed claimed, Selection selection, List<Note> notes, Path draft, Progress progress)
            throws IOException {
        MessageDigest digest = sha256();
        Heading heading = describing.heading(claimed.query(), notes);
        try (OutputStream file = Files.newOutputStream(draft);
                OutputStream out =
                        new BufferedOutputStream(
                                new DigestOutputStream(
                                        new Bounded(
                                                file,
                                                settings.disk().toBytes() - book.held_bytes()),
                                        digest),
                                BUFFER_bytes)) {
            TableWriter table = claimed.query().format().begin(out, heading);
            progress.table = table;
            for (Rows.Part part : rows(claimed.query().of()).parts(claimed.query(), selection)) {
                current.<Boolean, IOException>as(
                        claimed.viewer(),
                        () -> {
                            part.write(progress);
                            return true;
                        });
            }
            table.finish();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Gives the rows to the table and now and then says how far it is. */
    private final class Progress implements Rows.Taker {
        private final Claimed claimed;
        private final BooleanSupplier stopping;
        private @Nullable TableWriter table;
        private long rows;
        private long lookedAt;
        private long nextBeat_ns = System.nanoTime();

        Progress(Claimed claimed, BooleanSupplier stopping) {
            this.claimed = claimed;
            this.stopping = stopping;
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            if (rows >= claimed.query().format().mostRows()) {
                throw tooManyRows(rows + 1);
            }
            Objects.requireNonNull(table).row(cells);
            rows++;
            if (rows % ROWS_BETWEEN_LOOKS == 0) {
                look();
            }
        }

        @Override
        public void lookedAt(long some) throws IOException {
            lookedAt += some;
            look();
        }

        private void look() throws IOException {
            if (System.nanoTime() < nextBeat_ns) {
                return;
            }
            nextBeat_ns = System.nanoTime() + BEAT_ms * 1_000_000;
            if (stopping.getAsBoolean() || !book.beat(claimed, lookedAt, rows)) {
                throw new Abandoned();
            }
        }
    }

    /** A sheet holds no more; other forms do. */
    static Refusal tooManyRows(long rows) {
        return Refusal.badInput(
                "sharing.too-many-rows",
                Map.of(
                        "value", String.valueOf(rows),
                        "most", String.valueOf(TableFormat.ROWS_OF_A_SHEET)));
    }

    /** Refuses more than there is room for. */
    private static final class Bounded extends OutputStream {
        private final OutputStream target;
        private long left_bytes;

        Bounded(OutputStream target, long most_bytes) {
            this.target = target;
            this.left_bytes = most_bytes;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            left_bytes -= length;
            if (left_bytes < 0) {
                throw new Refusal(new Problem(507, "sharing.disk-full", Map.of()));
            }
            target.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }
    }
}
