package org.airshed.platform.region.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.airshed.platform.region.Level;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A GeoJSON FeatureCollection of outlines (RFC 7946) with {@code source} and {@code licence} at its
 * top and {@code code}, {@code name_zh}, {@code level} in the properties of each feature.
 */
record BoundaryFile(
        String source,
        String licence,
        Optional<String> approvalNumber,
        String version,
        List<Outline> outlines) {
    /** Says only that a jurisdiction existed by then; boundary files state no earlier day. */
    static final Instant KNOWN_FROM = Instant.parse("2000-01-01T00:00:00Z");

    private static final int LONGEST_BYTES = 64 * 1024 * 1024;
    private static final int MOST_FEATURES = 20_000;
    private static final int MOST_VIOLATIONS = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Outline(
            JurisdictionCode code,
            Optional<JurisdictionCode> parent,
            Level level,
            String zhName,
            String enName,
            boolean neighbour,
            JsonNode geometry) {}

    /**
     * Reads and checks a whole file.
     *
     * @throws Refusal naming every feature that is wrong, up to a limit
     */
    static BoundaryFile read(byte[] bytes) {
        if (bytes.length > LONGEST_BYTES) {
            throw unusable("size", bytes.length + " bytes", "at most " + LONGEST_BYTES + " bytes");
        }
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JacksonException malformed) {
            throw unusable("file", "line " + malformed.getLocation().getLineNr(), "JSON");
        }
        if (!root.path("type").asString("").equals("FeatureCollection")) {
            throw unusable("type", root.path("type").asString(""), "FeatureCollection");
        }
        for (String member : List.of("source", "licence")) {
            if (root.path(member).asString("").isBlank()) {
                throw unusable(member, "", "where the outlines come from, and under which terms");
            }
        }
        return new BoundaryFile(
                root.path("source").asString(),
                root.path("licence").asString(),
                Optional.ofNullable(root.path("approvalNumber").stringValue(null)),
                root.path("version").asString(""),
                outlines(root.path("features")));
    }

    private static List<Outline> outlines(JsonNode features) {
        if (features.isEmpty() || features.size() > MOST_FEATURES) {
            throw unusable(
                    "features",
                    String.valueOf(features.size()),
                    "1 to " + MOST_FEATURES + " features");
        }
        List<Violation> violations = new ArrayList<>();
        List<Outline> outlines = new ArrayList<>();
        Set<JurisdictionCode> seen = new TreeSet<>();
        for (int i = 0; i < features.size() && violations.size() < MOST_VIOLATIONS; i++) {
            String place = "features[" + i + "]";
            findOutline(place, features.get(i), violations)
                    .ifPresent(outline -> {
                        if (seen.add(outline.code())) {
                            outlines.add(outline);
                        } else {
                            violations.add(
                                    new Violation(
                                            place + ".properties.code",
                                            outline.code().value(),
                                            "each code once"));
                        }
                    });
        }
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            throw Refusal.badInput(
                    "region.boundary-file-unusable",
                    Map.of(
                            "place", first.place(),
                            "value", first.value(),
                            "expected", first.expected()),
                    violations);
        }
        return outlines;
    }

    private static Optional<Outline> findOutline(
            String place, JsonNode feature, List<Violation> violations) {
        JsonNode properties = feature.path("properties");
        int before = violations.size();
        Optional<JurisdictionCode> code = code(properties.path("code").asString(""));
        if (code.isEmpty()) {
            violations.add(
                    new Violation(
                            place + ".properties.code",
                            properties.path("code").asString(""),
                            "the code of a jurisdiction"));
        }
        String name = properties.path("name_zh").asString("");
        if (name.isBlank()) {
            violations.add(new Violation(place + ".properties.name_zh", "", "a name"));
        }
        String level = properties.path("level").asString("");
        if (Level.find(level).isEmpty()) {
            violations.add(
                    new Violation(
                            place + ".properties.level",
                            level,
                            "country, province, municipality, prefecture or county"));
        }
        findFault(feature.path("geometry"))
                .ifPresent(fault ->
                        violations.add(
                                new Violation(
                                        place + ".geometry",
                                        fault,
                                        "a Polygon or MultiPolygon of closed rings in"
                                                + " degrees, longitude first")));
        if (violations.size() > before) {
            return Optional.empty();
        }
        return Optional.of(
                new Outline(
                        code.orElseThrow(),
                        code(properties.path("parent").asString("")),
                        Level.find(level).orElseThrow(),
                        name,
                        properties.path("name_en").asString(name),
                        properties.path("neighbour").asBoolean(false),
                        feature.path("geometry")));
    }

    private static Optional<JurisdictionCode> code(String value) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(new JurisdictionCode(value));
        } catch (IllegalArgumentException misshapen) {
            return Optional.empty();
        }
    }

    private static Optional<String> findFault(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> findPolygonFault(coordinates);
            case "MultiPolygon" -> {
                if (coordinates.isEmpty()) {
                    yield Optional.of("no polygon");
                }
                for (JsonNode polygon : coordinates) {
                    Optional<String> fault = findPolygonFault(polygon);
                    if (fault.isPresent()) {
                        yield fault;
                    }
                }
                yield Optional.empty();
            }
            default -> Optional.of("type " + geometry.path("type").asString("none"));
        };
    }

    private static Optional<String> findPolygonFault(JsonNode rings) {
        if (rings.isEmpty()) {
            return Optional.of("no ring");
        }
        for (JsonNode ring : rings) {
            if (ring.size() < 4) {
                return Optional.of("a ring of " + ring.size() + " points");
            }
            if (!ring.get(0).equals(ring.get(ring.size() - 1))) {
                return Optional.of("a ring that is not closed");
            }
            for (JsonNode point : ring) {
                double longitude = point.path(0).asDouble(Double.NaN);
                double latitude = point.path(1).asDouble(Double.NaN);
                if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
                    return Optional.of("the point " + point);
                }
            }
        }
        return Optional.empty();
    }

    private static Refusal unusable(String place, String value, String expected) {
        return Refusal.badInput(
                "region.boundary-file-unusable",
                Map.of("place", place, "value", value, "expected", expected));
    }
}
