package org.airshed.platform.observation.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.airshed.engine.substance.Species;
import org.airshed.platform.notary.MerkleRoot;
import org.airshed.platform.observation.ChangedStation;
import org.airshed.platform.observation.ImportReport;
import org.airshed.platform.observation.ImportedFile;
import org.airshed.platform.observation.Imports;
import org.airshed.platform.observation.MappedTable;
import org.airshed.platform.observation.ReadingsChanged;
import org.airshed.platform.observation.RunningImport;
import org.airshed.platform.observation.RunningImport.Stage;
import org.airshed.platform.observation.StandingsChanged;
import org.airshed.platform.observation.store.RunningImports.Running;
import org.airshed.platform.observation.store.StationRegister.Resolved;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.ServiceSettings;
import org.airshed.stationfiles.CnemcFile;
import org.airshed.stationfiles.FileEnd;
import org.airshed.stationfiles.MappedFile;
import org.airshed.stationfiles.Reject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Imports by COPY into a staging table, compared and selected into place in one transaction. */
@Repository
class SqlImports implements Imports {
    /** Imports work one after the other, so that one may sort its rows in memory. */
    private static final String SORTING_MEMORY = "set local work_mem = '192MB'";

    private static final String NO_CHANGE = "0".repeat(64);

    private final JdbcTemplate jdbc;
    private final FileStaging staging;
    private final StationRegister stations;
    private final StandingBook standings;
    private final Changes changes;
    private final OtherChanges others;
    private final ImportActs acts;
    private final ImportBook book;
    private final ImportLists lists;
    private final RunningImports running;
    private final ServiceSettings service;
    private final ApplicationEventPublisher news;
    private final Clock clock = Clock.systemUTC();

    SqlImports(
            JdbcTemplate jdbc,
            FileStaging staging,
            StationRegister stations,
            StandingBook standings,
            Changes changes,
            OtherChanges others,
            ImportActs acts,
            ImportBook book,
            ImportLists lists,
            RunningImports running,
            ServiceSettings service,
            ApplicationEventPublisher news) {
        this.jdbc = jdbc;
        this.staging = staging;
        this.stations = stations;
        this.standings = standings;
        this.changes = changes;
        this.others = others;
        this.acts = acts;
        this.book = book;
        this.lists = lists;
        this.running = running;
        this.service = service;
        this.news = news;
    }

    @Override
    @Transactional
    public ImportReport importCnemc(Authority authority, String name, Path file) {
        return importFile(authority, name, file, Origins.CNEMC.code());
    }

    @Override
    @Transactional
    public ImportReport importMapped(
            Authority authority, String name, Path file, MappedTable table) {
        return importFile(
                authority,
                name,
                file,
                table,
                (in, arrivals) ->
                        MappedFile.read(name, in, table.mapping(), clock.instant(), arrivals));
    }

    /** Imports a file of the national network's form whose stations belong to a network. */
    @Transactional
    ImportReport importFile(Authority authority, String name, Path file, String network) {
        return importFile(
                authority,
                name,
                file,
                MappedTable.ofNetwork(network),
                (in, arrivals) -> CnemcFile.read(name, in, arrivals.forCnemc()));
    }

    /** Measured readings and invented ones never stand in one home. */
    private void requireOneKind(String network) {
        Set<String> held = stations.networks();
        String synthetic = Origins.SYNTHETIC.code();
        if (!held.isEmpty() && held.contains(synthetic) != network.equals(synthetic)) {
            throw Refusal.conflict("observation.kinds-mixed", Map.of("network", network));
        }
    }

    private ImportReport importFile(
            Authority authority,
            String name,
            Path file,
            MappedTable table,
            FileStaging.Reading reading) {
        try (var progress = running.start(authority.actor(), name)) {
            return importFile(authority, name, file, table, reading, progress);
        }
    }

    private ImportReport importFile(
            Authority authority,
            String name,
            Path file,
            MappedTable table,
            FileStaging.Reading reading,
            Running progress) {
        book.lock();
        changes.requireZone(service.zone());
        requireOneKind(table.network());
        jdbc.execute(SORTING_MEMORY);
        List<Species> species = table.species();
        jdbc.execute(Arrivals.table(species));
        progress.enter(Stage.READING);
        FileStaging.Staged staged = staging.stage(name, file, species, reading, progress);
        progress.enter(Stage.COMPARING);
        Arrivals arrivals = staged.arrivals();
        Resolved stations = staging.place(authority, arrivals, name, table);
        long duplicates = arrivals.rows() - changes.stage(species);
        staging.keepDuplicates(arrivals, name, duplicates);
        changes.compare(table.pollutants());
        if (!species.isEmpty()) {
            others.compare(species);
        }
        var heading =
                new ImportBook.Heading(
                        "file",
                        name,
                        staged.sha256(),
                        table.network(),
                        staged.end() instanceof FileEnd.Complete,
                        Optional.empty(),
                        table.findMapping());
        Outcome outcome =
                write(
                        authority,
                        heading,
                        new ImportBook.Counts(arrivals.rows(), duplicates, arrivals.rejected()),
                        arrivals.rejects(),
                        changes.parts(!species.isEmpty()),
                        new Writing(
                                "file-differs",
                                !species.isEmpty(),
                                stations.changed(),
                                changes.brought(
                                        stations.said(), stations.changed(), !species.isEmpty())),
                        progress);
        ImportBook.Written written = outcome.written();
        return new ImportReport(
                outcome.batch(),
                arrivals.rows(),
                arrivals.values(),
                duplicates,
                written.entered(),
                written.revised(),
                table.readsPollutants()
                        ? arrivals.rows() - duplicates - written.entered() - written.revised()
                        : 0,
                written.others().entered(),
                written.others().revised(),
                arrivals.rejected(),
                arrivals.rejects(),
                arrivals.notes(),
                staged.end() instanceof FileEnd.BrokenOff broken
                        ? Optional.of(broken.why())
                        : Optional.empty());
    }

    private record Outcome(Optional<Integer> batch, ImportBook.Written written) {}

    /**
     * What is written and why.
     *
     * @param others whether there is anything besides the six
     * @param standings the stations that stand otherwise than before
     * @param said what the file says of the stations of which it brings anything
     */
    private record Writing(
            String reason,
            boolean others,
            List<StandingChange> standings,
            List<StationDescription> said) {
        boolean undoing() {
            return reason.equals("import-undone");
        }
    }

    private Outcome write(
            Authority authority,
            ImportBook.Heading heading,
            ImportBook.Counts counts,
            List<Reject> rejects,
            List<ImportActs.Part> rows,
            Writing writing,
            Running progress) {
        List<ImportActs.Part> parts =
                StandingChange.with(writing.standings(), rows, writing.undoing());
        if (parts.isEmpty()) {
            return new Outcome(
                    Optional.empty(), new ImportBook.Written(0, 0, OtherChanges.Written.NOTHING));
        }
        progress.enter(Stage.STORING);
        int batch = book.open(heading, counts);
        var written =
                new ImportBook.Written(
                        changes.enter(batch),
                        changes.revise(batch, writing.reason()),
                        writing.others()
                                ? others.write(batch, writing.reason())
                                : OtherChanges.Written.NOTHING);
        standings.keep(batch, writing.said(), writing.standings(), writing.undoing());
        changes.count();
        progress.enter(Stage.DERIVING);
        tell(changes.runs(service.zone(), batch), progress);
        book.close(batch, written, parts.size(), rejects);
        Map<String, Object> facts =
                new TreeMap<>(
                        Map.of(
                                "file", heading.file(),
                                "sha256", heading.sha256(),
                                "origin", heading.origin(),
                                "entered", written.entered(),
                                "revised", written.revised()));
        facts.putAll(written.others().facts());
        heading.mapping()
                .ifPresent(mapping -> {
                    facts.put("mapping", mapping.text());
                    mapping.shippedName().ifPresent(name -> facts.put("mappingName", name));
                });
        book.parts(
                batch,
                parts,
                acts.record(
                        authority,
                        batch,
                        heading.kind().equals("undo")
                                ? "observation.act.import-undone"
                                : "observation.act.file-imported",
                        Map.of("file", heading.file()),
                        facts,
                        parts));
        return new Outcome(Optional.of(batch), written);
    }

    /** Tells what changed; whoever derives from it is done when this returns. */
    private void tell(List<ReadingsChanged> runs, Running progress) {
        for (int run = 0; run < runs.size(); run++) {
            news.publishEvent(runs.get(run));
            progress.done((run + 1.0) / runs.size());
        }
    }

    @Override
    @Transactional
    public ImportReport undo(Authority authority, int batch) {
        try (var progress = running.start(authority.actor(), "#" + batch)) {
            return undo(authority, batch, progress);
        }
    }

    private ImportReport undo(Authority authority, int batch, Running progress) {
        book.lock();
        progress.enter(Stage.COMPARING);
        ImportBook.Undoable undone = book.undoable(batch);
        changes.undo(batch);
        if (undone.others()) {
            others.undo(batch);
        }
        List<ImportActs.Part> parts = undoneParts(batch, undone.others());
        // Asked before standings are written: row-level security would refuse without a word.
        parts.forEach(part -> authority.mandate(part.jurisdiction()));
        List<StandingChange> standing = standings.without(batch);
        standings.replace(standing);
        Outcome outcome =
                write(
                        authority,
                        new ImportBook.Heading(
                                "undo",
                                undone.file(),
                                NO_CHANGE,
                                undone.origin(),
                                true,
                                Optional.of(batch),
                                Optional.empty()),
                        new ImportBook.Counts(0, 0, 0),
                        List.of(),
                        parts,
                        new Writing("import-undone", undone.others(), standing, List.of()),
                        progress);
        tellOfRoles(standing);
        ImportBook.Written written = outcome.written();
        return new ImportReport(
                outcome.batch(),
                written.revised(),
                0,
                0,
                written.entered(),
                written.revised(),
                0,
                written.others().entered(),
                written.others().revised(),
                0,
                List.of(),
                List.of(),
                Optional.empty());
    }

    /**
     * The readings of later imports stand; what counts them by the station's role does not. Told
     * once of each jurisdiction, from the first day on: whoever hears it derives all of it anew.
     */
    private void tellOfRoles(List<StandingChange> changes) {
        Map<JurisdictionCode, Instant> since = new TreeMap<>();
        changes.forEach(change ->
                change.findOtherRoleSince()
                        .ifPresent(moment ->
                                since.merge(
                                        change.jurisdiction(),
                                        moment,
                                        (one, other) -> one.isBefore(other) ? one : other)));
        since.forEach((place, moment) ->
                news.publishEvent(
                        new StandingsChanged(place, moment.atZone(service.zone()).toLocalDate())));
    }

    @Override
    public List<RunningImport> running(Authority authority) {
        return running.of(authority.actor());
    }

    @Override
    public Page<ImportedFile> imports(Paging paging) {
        return lists.imports(paging);
    }

    @Override
    public ImportedFile imported(int batch) {
        return lists.imported(batch)
                .orElseThrow(() ->
                        Refusal.notFound(
                                "observation.import-unknown",
                                Map.of("value", String.valueOf(batch))));
    }

    @Override
    public Page<ChangedStation> stations(int batch, Paging paging) {
        return lists.stations(batch, paging);
    }

    @Override
    public String mapping(int batch) {
        return lists.mapping(batch)
                .orElseThrow(() ->
                        Refusal.notFound(
                                "observation.mapping-unknown",
                                Map.of("value", String.valueOf(batch))));
    }

    @Override
    public Page<Reject> rejects(int batch, Paging paging) {
        return lists.rejects(batch, paging);
    }

    /**
     * Every part of the import, also those of which nothing stands any more: that it was undone
     * decides what a later undoing brings back.
     */
    private List<ImportActs.Part> undoneParts(int batch, boolean others) {
        Map<JurisdictionCode, ImportActs.Part> parts = new TreeMap<>();
        for (String place :
                jdbc.queryForList(
                        "select jurisdiction from observation.import_part where batch = ?",
                        String.class,
                        batch)) {
            JurisdictionCode code = new JurisdictionCode(place);
            parts.put(code, new ImportActs.Part(code, 0, new MerkleRoot().root()));
        }
        changes.parts(others).forEach(part -> parts.put(part.jurisdiction(), part));
        return List.copyOf(parts.values());
    }
}
