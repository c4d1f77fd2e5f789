package org.airshed.metfiles;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the dimensions of a CF file are: time, level, row, column. */
final class CfAxes {
    private static final int MOST_TIMES = 200_000;

    enum Role {
        TIME,
        LEVEL,
        ROW,
        COLUMN,
        OTHER
    }

    private final NcFile file;
    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, List<LevelKey>> levels = new HashMap<>();
    private final Map<String, List<Instant>> times = new HashMap<>();

    CfAxes(NcFile file) throws IOException {
        this.file = file;
        for (NcVariable variable : file.variables().values()) {
            boolean coordinate =
                    variable.dimensions().size() == 1
                            && variable.dimensions().getFirst().equals(variable.name());
            boolean scalar = variable.dimensions().isEmpty();
            if (coordinate || scalar && isTime(variable)) {
                classify(variable);
            }
        }
    }

    Role role(String dimension) {
        return roles.getOrDefault(dimension, Role.OTHER);
    }

    List<LevelKey> levels(String dimension) {
        return levels.getOrDefault(dimension, List.of());
    }

    /** The times of a time dimension, or of the whole file where it has one time only. */
    List<Instant> times(Optional<String> dimension) {
        if (dimension.isPresent()) {
            return times.getOrDefault(dimension.get(), List.of());
        }
        return times.size() == 1 ? times.values().iterator().next() : List.of();
    }

    boolean hasTime() {
        return !times.isEmpty();
    }

    private static boolean isTime(NcVariable variable) {
        return variable.text("units").orElse("").contains(" since ")
                && !variable.text("standard_name").orElse("").equals("forecast_reference_time");
    }

    private void classify(NcVariable variable) throws IOException {
        String units = variable.text("units").orElse("");
        String standard = variable.text("standard_name").orElse("");
        String name = variable.name();
        if (isTime(variable)) {
            readTimes(variable, units);
        } else if (units.toLowerCase(Locale.ROOT).matches("degrees?_?n(orth)?")
                || standard.equals("latitude")
                || standard.equals("projection_y_coordinate")) {
            roles.put(name, Role.ROW);
        } else if (units.toLowerCase(Locale.ROOT).matches("degrees?_?e(ast)?")
                || standard.equals("longitude")
                || standard.equals("projection_x_coordinate")) {
            roles.put(name, Role.COLUMN);
        } else {
            Optional<Linear> pressure = SiUnits.conversion(units, "Pa");
            Optional<Linear> height = SiUnits.conversion(units, "m");
            if (standard.startsWith("atmosphere_hybrid_sigma_pressure")) {
                roles.put(name, Role.LEVEL);
                levels.put(name, hybrid(variable));
            } else if (!units.isEmpty() && pressure.isPresent()) {
                roles.put(name, Role.LEVEL);
                levels.put(name, keys(variable, LevelKey.Kind.PRESSURE, pressure.get()));
            } else if (!units.isEmpty() && height.isPresent() && !name.matches("x|y")) {
                roles.put(name, Role.LEVEL);
                boolean sea = standard.equals("altitude");
                levels.put(
                        name,
                        keys(
                                variable,
                                sea
                                        ? LevelKey.Kind.HEIGHT_ABOVE_SEA
                                        : LevelKey.Kind.HEIGHT_ABOVE_GROUND,
                                height.get()));
            }
        }
    }

    private List<LevelKey> keys(NcVariable variable, LevelKey.Kind kind, Linear toSi)
            throws IOException {
        List<LevelKey> keys = new ArrayList<>();
        for (double value : file.all(variable)) {
            keys.add(new LevelKey(kind, toSi.scale() * value + toSi.offset()));
        }
        return keys;
    }

    private List<LevelKey> hybrid(NcVariable variable) {
        List<LevelKey> keys = new ArrayList<>();
        for (int level = 1; level <= variable.size(); level++) {
            keys.add(new LevelKey(LevelKey.Kind.HYBRID, level));
        }
        return keys;
    }

    private void readTimes(NcVariable variable, String units) throws IOException {
        String calendar = variable.text("calendar").orElse("");
        CfTime counted =
                CfTime.of(units, calendar)
                        .orElseThrow(() ->
                                refuse(
                                        "expected times counted in a Gregorian calendar, got '%s' (calendar '%s')"
                                                .formatted(units, calendar)));
        if (variable.size() > MOST_TIMES) {
            throw refuse(
                    "expected at most %d times, got %d".formatted(MOST_TIMES, variable.size()));
        }
        List<Instant> moments = new ArrayList<>();
        for (double count : file.all(variable)) {
            moments.add(
                    counted.moment(count)
                            .orElseThrow(() ->
                                    refuse(
                                            "expected a time in '%s', got %s"
                                                    .formatted(units, count))));
        }
        roles.put(variable.name(), Role.TIME);
        times.put(variable.name(), moments);
    }

    private MetFileRefusedException refuse(String why) {
        return new MetFileRefusedException(file.file(), -1, why);
    }
}
