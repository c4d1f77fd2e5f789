package org.airshed.platform.region.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airshed.platform.region.Boundaries;
import org.airshed.platform.region.Jurisdiction;
import org.airshed.platform.region.Period;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.ServiceSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The outlines in tables {@code region.boundary_set} and {@code region.boundary}. */
@Repository
class SqlBoundaries implements Boundaries {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LATEST =
            "(select id from region.boundary_set order by imported_at desc, id desc limit 1)";

    private final JdbcClient jdbc;
    private final SqlJurisdictions jurisdictions;
    private final RegionActs acts;
    private final ZoneId zone;

    SqlBoundaries(
            JdbcClient jdbc,
            SqlJurisdictions jurisdictions,
            RegionActs acts,
            ServiceSettings settings) {
        this.jdbc = jdbc;
        this.jurisdictions = jurisdictions;
        this.acts = acts;
        this.zone = settings.zone();
    }

    @Override
    public Optional<BoundarySet> findSet() {
        return jdbc.sql(
                        "select source, licence, approval_number, version, sha256"
                                + " from region.boundary_set where id = "
                                + LATEST)
                .query((row, number) ->
                        new BoundarySet(
                                row.getString("source"),
                                row.getString("licence"),
                                Optional.ofNullable(row.getString("approval_number")),
                                row.getString("version"),
                                row.getString("sha256")))
                .optional();
    }

    @Override
    public List<Boundary> boundaries(Set<JurisdictionCode> wanted) {
        return jdbc.sql(
                        "select jurisdiction, geometry::text from region.boundary"
                                + " where boundary_set = "
                                + LATEST
                                + " and jurisdiction = any (:wanted) order by jurisdiction")
                .param(
                        "wanted",
                        wanted.stream().map(JurisdictionCode::value).toArray(String[]::new))
                .query((row, number) ->
                        new Boundary(
                                new JurisdictionCode(row.getString(1)),
                                JSON.readTree(row.getString(2))))
                .list();
    }

    @Override
    @Transactional
    public int importFile(Authority authority, byte[] geoJson) {
        String hash = sha256(geoJson);
        boolean known =
                jdbc.sql("select exists (select from region.boundary_set where sha256 = :hash)")
                        .param("hash", hash)
                        .query(Boolean.class)
                        .single();
        if (known) {
            return 0;
        }
        BoundaryFile file = BoundaryFile.read(geoJson);
        List<BoundaryFile.Outline> outlines =
                file.outlines().stream().filter(outline -> !outline.neighbour()).toList();
        enterUnknown(authority, file, outlines);
        UUID set = insertSet(file, hash);
        for (BoundaryFile.Outline outline : outlines) {
            jdbc.sql(
                            "insert into region.boundary (boundary_set, jurisdiction, geometry)"
                                    + " values (:set, :jurisdiction, cast(:geometry as jsonb))")
                    .param("set", set)
                    .param("jurisdiction", outline.code().value())
                    .param("geometry", outline.geometry().toString())
                    .update();
        }
        acts.record(
                authority,
                outlines.stream()
                        .map(outline ->
                                new RegionActs.Row(
                                        outline.code(),
                                        Map.of("code", outline.code().value(), "set", hash)))
                        .toList(),
                jurisdictions.top(),
                "region.boundaries/" + hash.substring(0, 12),
                "region.act.boundaries-imported",
                Map.of("source", file.source(), "sha256", hash));
        return outlines.size();
    }

    /**
     * Names of a boundary file are Chinese only; where no other name is known it stands for both.
     */
    private void enterUnknown(
            Authority authority, BoundaryFile file, List<BoundaryFile.Outline> outlines) {
        Set<JurisdictionCode> present =
                outlines.stream().map(BoundaryFile.Outline::code).collect(Collectors.toSet());
        Instant now = Instant.now();
        jurisdictions.enter(
                authority,
                outlines.stream()
                        .map(outline ->
                                new Jurisdiction(
                                        outline.code(),
                                        outline.parent()
                                                .filter(parent ->
                                                        present.contains(parent)
                                                                || jurisdictions
                                                                        .findJurisdiction(
                                                                                parent, now)
                                                                        .isPresent()),
                                        outline.level(),
                                        new BilingualText(outline.zhName(), outline.enName()),
                                        zone,
                                        Period.from(BoundaryFile.KNOWN_FROM),
                                        file.source()))
                        .toList());
    }

    private UUID insertSet(BoundaryFile file, String hash) {
        return jdbc.sql(
                        """
                        insert into region.boundary_set
                            (source, licence, approval_number, version, sha256)
                        values (:source, :licence, :approval, :version, :hash) returning id
                        """)
                .param("source", file.source())
                .param("licence", file.licence())
                .param("approval", file.approvalNumber().orElse(null))
                .param("version", file.version())
                .param("hash", hash)
                .query(UUID.class)
                .single();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
