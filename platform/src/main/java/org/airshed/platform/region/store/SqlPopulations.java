package org.airshed.platform.region.store;

import static org.airshed.platform.server.Keyset.column;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airshed.platform.region.Jurisdiction;
import org.airshed.platform.region.Population;
import org.airshed.platform.region.Populations;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Keyset;
import org.airshed.platform.server.Keyset.KeyType;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.Violation;
import org.airshed.stationfiles.Listing;
import org.airshed.stationfiles.PopulationFile;
import org.airshed.stationfiles.ResidentPopulation;
import org.airshed.stationfiles.UnusableFileException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The counts in table {@code region.population}. */
@Repository
class SqlPopulations implements Populations {
    private static final Keyset ORDER =
            Keyset.ascending(
                    column("jurisdiction", KeyType.TEXT),
                    column("counted_on", KeyType.DATE),
                    column("source", KeyType.TEXT));

    /** What the act records of a row; where it stood in the file is no part of it. */
    private record Counted(
            String code, String area, long residents, LocalDate countedOn, String source) {
        static Counted of(ResidentPopulation row) {
            return new Counted(
                    row.code(), row.area(), row.residents(), row.countedOn(), row.source());
        }
    }

    private final JdbcClient jdbc;
    private final SqlJurisdictions jurisdictions;
    private final RegionActs acts;

    SqlPopulations(JdbcClient jdbc, SqlJurisdictions jurisdictions, RegionActs acts) {
        this.jdbc = jdbc;
        this.jurisdictions = jurisdictions;
        this.acts = acts;
    }

    @Override
    public Page<Population> populations(Optional<JurisdictionCode> jurisdiction, Paging paging) {
        List<Population> rows =
                jdbc.sql(
                                """
                                select * from (
                                    select distinct on (jurisdiction, counted_on, source)
                                           jurisdiction, counted_on, source, residents, revision
                                    from region.population
                                    order by jurisdiction, counted_on, source, revision desc
                                ) latest
                                where (cast(:wanted as text) is null or jurisdiction = :wanted) and
                                """
                                        + ORDER.where(paging)
                                        + ORDER.orderAndLimit(paging))
                        .param("wanted", jurisdiction.map(JurisdictionCode::value).orElse(null))
                        .params(ORDER.parameters(paging))
                        .query((row, number) ->
                                new Population(
                                        new JurisdictionCode(row.getString("jurisdiction")),
                                        row.getObject("counted_on", LocalDate.class),
                                        row.getLong("residents"),
                                        row.getString("source"),
                                        row.getInt("revision")))
                        .list();
        return ORDER.page(
                rows,
                paging,
                row ->
                        List.of(
                                row.jurisdiction().value(),
                                row.countedOn().toString(),
                                row.source()));
    }

    @Override
    @Transactional
    public Upload upload(Authority authority, String name, Path csv) {
        Listing<ResidentPopulation> file;
        try {
            file = PopulationFile.read(csv);
        } catch (UnusableFileException unusable) {
            Map<String, String> arguments = unusable.arguments();
            arguments.put("file", name); // the file that was read is a copy
            throw Refusal.badInput("region.population-file-unusable", arguments);
        }
        List<Violation> rejects = new ArrayList<>();
        file.rejects()
                .forEach(reject ->
                        rejects.add(
                                new Violation(
                                        "line " + reject.line() + ", " + reject.column(),
                                        reject.value(),
                                        reject.expected())));
        List<RegionActs.Row> changes = new ArrayList<>();
        int corrected = 0;
        int unchanged = 0;
        Instant now = Instant.now();
        for (ResidentPopulation row : file.rows()) {
            Optional<Jurisdiction> place = findPlace(row, now, rejects);
            if (place.isEmpty() || isToCome(row, place.get(), now, rejects)) {
                continue;
            }
            int revision = enter(place.get().code(), row);
            if (revision == 0) {
                unchanged++;
                continue;
            }
            corrected += revision > 1 ? 1 : 0;
            changes.add(new RegionActs.Row(place.get().code(), Counted.of(row)));
        }
        if (!changes.isEmpty()) {
            acts.record(
                    authority,
                    changes,
                    jurisdictions.top(),
                    "region.populations",
                    "region.act.populations-entered",
                    Map.of("file", name));
        }
        return new Upload(changes.size() - corrected, corrected, unchanged, rejects);
    }

    /** A count is of people who were there: none is of a day that has not begun at its place. */
    private static boolean isToCome(
            ResidentPopulation row, Jurisdiction place, Instant now, List<Violation> rejects) {
        LocalDate today = LocalDate.ofInstant(now, place.zone());
        if (!row.countedOn().isAfter(today)) {
            return false;
        }
        rejects.add(
                new Violation(
                        "line " + row.line() + ", census_date",
                        row.countedOn().toString(),
                        "a day not after today, " + today + " in " + place.zone()));
        return true;
    }

    /** By code, else by name; a code whose name is another's is refused rather than guessed. */
    private Optional<Jurisdiction> findPlace(
            ResidentPopulation row, Instant now, List<Violation> rejects) {
        Optional<Jurisdiction> byName = jurisdictions.findByName(row.area(), now);
        Optional<Jurisdiction> byCode = findByCode(row.code(), now);
        if (byCode.isEmpty() && byName.isEmpty()) {
            rejects.add(
                    new Violation(
                            row.code() + ", area",
                            row.area(),
                            "the code or the name of a jurisdiction of the tree"));
        } else if (byCode.isPresent()
                && byName.isPresent()
                && !byCode.get().code().equals(byName.get().code())) {
            rejects.add(new Violation(row.code() + ", area", row.area(), byCode.get().name().zh()));
            return Optional.empty();
        }
        return byCode.or(() -> byName);
    }

    private Optional<Jurisdiction> findByCode(String code, Instant now) {
        try {
            return jurisdictions.findJurisdiction(new JurisdictionCode(code), now);
        } catch (IllegalArgumentException misshapen) {
            return Optional.empty();
        }
    }

    /** The revision entered, or 0 when the count is known as it is. */
    private int enter(JurisdictionCode place, ResidentPopulation row) {
        Optional<Population> known =
                jdbc.sql(
                                """
                                select residents, revision from region.population
                                where jurisdiction = :place and counted_on = :day and source = :source
                                order by revision desc limit 1
                                """)
                        .param("place", place.value())
                        .param("day", row.countedOn())
                        .param("source", row.source())
                        .query((found, number) ->
                                new Population(
                                        place,
                                        row.countedOn(),
                                        found.getLong("residents"),
                                        row.source(),
                                        found.getInt("revision")))
                        .optional();
        if (known.filter(count -> count.residents() == row.residents()).isPresent()) {
            return 0;
        }
        int revision = known.map(Population::revision).orElse(0) + 1;
        jdbc.sql(
                        """
                        insert into region.population
                            (jurisdiction, counted_on, source, revision, residents)
                        values (:place, :day, :source, :revision, :residents)
                        """)
                .param("place", place.value())
                .param("day", row.countedOn())
                .param("source", row.source())
                .param("revision", revision)
                .param("residents", row.residents())
                .update();
        return revision;
    }
}
