package org.airshed.platform.observation.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.airshed.platform.observation.StationRole;

/** Where stations stand that files name without a place: a shipped table with its sources. */
final class KnownStations {
    private static final Map<String, Place> PLACES = read();

    private KnownStations() {}

    /** Where a station stands and what it is for. */
    record Place(double longitude_deg, double latitude_deg, StationRole role) {}

    static Optional<Place> find(String code) {
        return Optional.ofNullable(PLACES.get(code));
    }

    private static Map<String, Place> read() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        KnownStations.class.getResourceAsStream(
                                                "/observation/known-stations.csv"),
                                        "resource observation/known-stations.csv is missing"),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("code,"))
                    .map(line -> line.split(",", -1))
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    cells -> cells[0],
                                    cells ->
                                            new Place(
                                                    Double.parseDouble(cells[1]),
                                                    Double.parseDouble(cells[2]),
                                                    StationRole.of(cells[3]))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
