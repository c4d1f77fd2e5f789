package org.airshed.platform.region;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import tools.jackson.databind.JsonNode;

/** Where jurisdictions lie. */
public interface Boundaries {
    /**
     * A set of boundaries: one source, one licence.
     *
     * @param source where it comes from
     * @param licence under which terms
     * @param approvalNumber the map approval number (审图号), or empty when the source states none
     * @param version the source's own version
     * @param sha256 of the file it was imported from, hexadecimal
     */
    record BoundarySet(
            String source,
            String licence,
            Optional<String> approvalNumber,
            String version,
            String sha256) {}

    /** The outline of one jurisdiction: a GeoJSON Polygon or MultiPolygon. */
    record Boundary(JurisdictionCode jurisdiction, JsonNode geometry) {}

    /** The set imported last, or empty when none was. */
    Optional<BoundarySet> findSet();

    /** The outlines of these jurisdictions in the set imported last, by code. */
    List<Boundary> boundaries(Set<JurisdictionCode> jurisdictions);

    /**
     * Imports a GeoJSON FeatureCollection as a set, as an act; enters jurisdictions not yet known.
     * A file imported before changes nothing. Features marked {@code neighbour} are cut outlines,
     * drawn for orientation only, and not imported.
     *
     * @return how many outlines were imported
     * @throws org.airshed.platform.server.Refusal (400) naming what is wrong in the file
     */
    int importFile(Authority authority, byte[] geoJson);
}
