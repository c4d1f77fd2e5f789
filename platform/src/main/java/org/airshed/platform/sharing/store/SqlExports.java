package org.airshed.platform.sharing.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.airshed.platform.access.CurrentViewer;
import org.airshed.platform.access.Rights;
import org.airshed.platform.access.Viewer;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Problem;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.sharing.Export;
import org.airshed.platform.sharing.ExportAbout;
import org.airshed.platform.sharing.ExportAbout.Note;
import org.airshed.platform.sharing.ExportQuery;
import org.airshed.platform.sharing.Exports;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Exports as their askers ask for, follow, fetch and remove them. */
@Repository
class SqlExports implements Exports {
    /** About ten years of a country's days, or of a region's hours. */
    private static final int LONGEST_DAYS = 3_660;

    private final ExportBook book;
    private final WorkBook work;
    private final ExportWork workers;
    private final ExportWriting writing;
    private final Choosing choosing;
    private final Describing describing;
    private final ExportFolder folder;
    private final SharingSettings settings;
    private final CurrentViewer current;
    private final Rights rights;
    private final TransactionTemplate transactions;

    SqlExports(
            ExportBook book,
            WorkBook work,
            ExportWork workers,
            ExportWriting writing,
            Choosing choosing,
            Describing describing,
            ExportFolder folder,
            SharingSettings settings,
            CurrentViewer current,
            Rights rights,
            TransactionTemplate transactions) {
        this.book = book;
        this.work = work;
        this.workers = workers;
        this.writing = writing;
        this.choosing = choosing;
        this.describing = describing;
        this.folder = folder;
        this.settings = settings;
        this.current = current;
        this.rights = rights;
        this.transactions = transactions;
    }

    @Override
    public Estimate estimate(Viewer viewer, ExportQuery query) {
        requireReasonable(query);
        Sight sight = rights.sight(viewer, query.of().dataset());
        choosing.requireNamesOpen(query, sight);
        Selection selection = choosing.require(query, sight);
        long rows = writing.rows(query.of()).expected(query, selection);
        if (rows > query.format().mostRows()) {
            throw ExportWriting.tooManyRows(rows);
        }
        return new Estimate(rows, rows * RowSize.bytes(query));
    }

    private static void requireReasonable(ExportQuery query) {
        long days = ChronoUnit.DAYS.between(query.first(), query.last()) + 1;
        int most = query.of().ofPeriod() ? Period.LONGEST_DAYS : LONGEST_DAYS;
        if (days > most) {
            throw Refusal.badInput(
                    "sharing.period-too-long",
                    Map.of(
                            "from", query.first().toString(),
                            "to", query.last().toString(),
                            "days", String.valueOf(days),
                            "most", String.valueOf(most)));
        }
        if (!query.of().ofStations() && !query.stations().isEmpty()) {
            throw Refusal.badInput(
                    "sharing.stations-unfit",
                    Map.of(
                            "of", query.of().code(),
                            "value", String.join(" ", query.stations())));
        }
    }

    @Override
    public Export request(Viewer viewer, ExportQuery query) {
        Estimate estimate = estimate(viewer, query);
        if (work.held_bytes() >= settings.disk().toBytes()) {
            throw new Refusal(new Problem(507, "sharing.disk-full", Map.of()));
        }
        UUID person = viewer.findPerson().orElseThrow();
        UUID id = UUID.randomUUID();
        transactions.executeWithoutResult(any -> {
            book.lock(person);
            if (book.unfinished(person) >= settings.queued()) {
                throw Refusal.tooOften(
                        "sharing.too-many-queued",
                        Map.of("most", String.valueOf(settings.queued())));
            }
            book.insert(id, viewer, query, estimate.rows());
        });
        workers.wake();
        return export(id);
    }

    @Override
    public Page<Export> exports(Paging paging) {
        return book.list(person(), paging);
    }

    @Override
    public Export export(UUID id) {
        return book.find(person(), id).orElseThrow(() -> unknown(id));
    }

    private UUID person() {
        return current.viewer().findPerson().orElseThrow();
    }

    private static Refusal unknown(UUID id) {
        return Refusal.notFound("sharing.export-unknown", Map.of("value", id.toString()));
    }

    @Override
    public ExportAbout about(UUID id) {
        ExportAbout before = describing.about(export(id).query());
        List<Note> written = new ArrayList<>(book.notes(id));
        return written.isEmpty()
                ? before
                : new ExportAbout(before.title(), before.columns(), written);
    }

    @Override
    public FetchedFile fetch(Viewer viewer, UUID id) {
        Export export = export(id);
        if (!(export.state() instanceof Export.Done done)) {
            throw Refusal.conflict(
                    "sharing.not-written",
                    Map.of("value", id.toString(), "state", export.state().code()));
        }
        Path file = folder.file(id, export.query());
        if (!done.held() || !Files.isRegularFile(file)) {
            throw new Refusal(
                    new Problem(
                            410,
                            "sharing.file-gone",
                            Map.of(
                                    "value", id.toString(),
                                    "expires", done.expires().toString())));
        }
        Sight sight = rights.sight(viewer, export.query().of().dataset());
        Set<JurisdictionCode> places = book.places(id);
        for (JurisdictionCode place : places) {
            if (!sight.covers(place)) {
                throw Refusal.forbidden(
                        "sharing.no-longer-open",
                        Map.of(
                                "value", place.value(),
                                "dataset", export.query().of().dataset().code()));
            }
        }
        book.fetched(id, viewer);
        return new FetchedFile(export, done, file);
    }

    @Override
    public void remove(UUID id) {
        export(id);
        if (book.cancel(id)) {
            return;
        }
        book.hide(id);
        try {
            folder.remove(id);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove the file of export " + id, failure);
        }
    }
}
