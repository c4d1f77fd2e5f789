package org.airshed.metfiles;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.airshed.engine.meteorology.EarthShape;
import org.airshed.engine.meteorology.GaussianGrid;
import org.airshed.engine.meteorology.HorizontalGrid;
import org.airshed.engine.meteorology.LambertGrid;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.PlaneAxes;
import org.airshed.engine.meteorology.PolarStereographicGrid;
import org.airshed.engine.meteorology.TransverseMercatorGrid;

/**
 * The grid two coordinates of a CF file make, and how its rows and columns lie in the file.
 *
 * @param rowsFall whether the file's rows run from north to south
 * @param columnsFall whether the file's columns run from east to west
 */
record CfGrid(HorizontalGrid grid, boolean rowsFall, boolean columnsFall) {
    /** Coordinates of 32 bits round: steps may differ by this share of one. */
    private static final double STEP_TOLERANCE = 5e-3;

    /** A coordinate turned to ascend. */
    private record Axis(double[] values, double step, boolean equal, boolean falls) {}

    static CfGrid of(NcFile file, NcVariable row, NcVariable column, Optional<NcVariable> mapping)
            throws IOException {
        try {
            Axis rows = axis(file, row, false);
            String units = column.text("units").orElse("");
            boolean plane = SiUnits.conversion(units, "m").isPresent() && !units.isEmpty();
            Axis columns = axis(file, column, !plane);
            if (!columns.equal()) {
                throw refuse(file, "expected equal steps in " + column.name());
            }
            return new CfGrid(
                    plane
                            ? projected(file, row, column, rows, columns, mapping)
                            : global(rows, columns),
                    rows.falls(),
                    columns.falls());
        } catch (IllegalArgumentException wrong) {
            throw new MetFileRefusedException(file.file(), -1, wrong.getMessage() + "", wrong);
        }
    }

    private static MetFileRefusedException refuse(NcFile file, String why) {
        return new MetFileRefusedException(file.file(), -1, why);
    }

    private static Axis axis(NcFile file, NcVariable coordinate, boolean circular)
            throws IOException {
        double[] values = file.all(coordinate);
        if (values.length < 2) {
            throw refuse(
                    file,
                    "expected two %s or more, got %d".formatted(coordinate.name(), values.length));
        }
        if (circular) {
            for (int index = 1; index < values.length; index++) {
                // …, 358, 359, 0, 1 is one run of longitudes.
                while (values[index] - values[index - 1] < -180) {
                    values[index] += 360;
                }
            }
        }
        boolean falls = values[1] < values[0];
        if (falls) {
            for (int low = 0, high = values.length - 1; low < high; low++, high--) {
                double kept = values[low];
                values[low] = values[high];
                values[high] = kept;
            }
        }
        double step = (values[values.length - 1] - values[0]) / (values.length - 1);
        boolean equal = true;
        for (int index = 0; index < values.length; index++) {
            if (!Double.isFinite(values[index])
                    || index > 0 && !(values[index] > values[index - 1])) {
                throw refuse(
                        file,
                        "expected %s to go on in one direction, got %s at %d"
                                .formatted(coordinate.name(), values[index], index));
            }
            equal &= Math.abs(values[index] - values[0] - index * step) <= STEP_TOLERANCE * step;
        }
        return new Axis(values, step, equal, falls);
    }

    private static HorizontalGrid global(Axis rows, Axis columns) {
        int across = columns.values().length;
        return rows.equal()
                ? new LatLonGrid(
                        across,
                        rows.values().length,
                        columns.values()[0],
                        rows.values()[0],
                        columns.step(),
                        rows.step())
                : new GaussianGrid(across, columns.values()[0], columns.step(), rows.values());
    }

    private static HorizontalGrid projected(
            NcFile file,
            NcVariable row,
            NcVariable column,
            Axis rows,
            Axis columns,
            Optional<NcVariable> mapping)
            throws IOException {
        if (!rows.equal()) {
            throw refuse(file, "expected equal steps in " + row.name());
        }
        double toX_m = metres(column);
        double toY_m = metres(row);
        PlaneAxes axes =
                new PlaneAxes(
                        columns.values().length,
                        rows.values().length,
                        columns.values()[0] * toX_m,
                        rows.values()[0] * toY_m,
                        columns.step() * toX_m,
                        rows.step() * toY_m);
        NcVariable named =
                mapping.orElseThrow(() -> refuse(file, "expected a grid_mapping, got none"));
        return projection(file, named, axes);
    }

    private static double metres(NcVariable coordinate) {
        return SiUnits.conversion(coordinate.text("units").orElse(""), "m")
                .orElse(Linear.SAME)
                .scale();
    }

    private static HorizontalGrid projection(NcFile file, NcVariable mapping, PlaneAxes axes)
            throws IOException {
        String name = mapping.text("grid_mapping_name").orElse("");
        double x0_m = mapping.number("false_easting").orElse(0.0);
        double y0_m = mapping.number("false_northing").orElse(0.0);
        PlaneAxes unshifted =
                new PlaneAxes(
                        axes.columns(),
                        axes.rows(),
                        axes.firstX_m() - x0_m,
                        axes.firstY_m() - y0_m,
                        axes.columnStep_m(),
                        axes.rowStep_m());
        double origin_deg = mapping.number("latitude_of_projection_origin").orElse(0.0);
        return switch (name) {
            case "lambert_conformal_conic" -> {
                double[] parallels = numbers(file, mapping, "standard_parallel");
                yield new LambertGrid(
                        earth(mapping),
                        numbers(file, mapping, "longitude_of_central_meridian")[0],
                        origin_deg,
                        parallels[0],
                        parallels[parallels.length - 1],
                        unshifted);
            }
            case "polar_stereographic" ->
                    new PolarStereographicGrid(
                            earth(mapping),
                            numbers(file, mapping, "straight_vertical_longitude_from_pole")[0],
                            Math.copySign(
                                    numbers(file, mapping, "standard_parallel")[0],
                                    origin_deg == 0 ? 1 : origin_deg),
                            unshifted);
            case "transverse_mercator" ->
                    new TransverseMercatorGrid(
                            earth(mapping),
                            numbers(file, mapping, "longitude_of_central_meridian")[0],
                            origin_deg,
                            numbers(file, mapping, "scale_factor_at_central_meridian")[0],
                            0.0,
                            0.0,
                            unshifted);
            default -> utm(file, mapping, name, axes);
        };
    }

    private static double[] numbers(NcFile file, NcVariable mapping, String attribute)
            throws IOException {
        if (mapping.attributes().get(attribute) instanceof double[] found && found.length > 0) {
            return found;
        }
        throw refuse(
                file,
                "expected %s in the grid mapping %s, got none"
                        .formatted(attribute, mapping.name()));
    }

    private static EarthShape earth(NcVariable mapping) {
        Optional<Double> radius = mapping.number("earth_radius");
        if (radius.isPresent()) {
            return EarthShape.sphere(radius.get());
        }
        double semiMajor_m =
                mapping.number("semi_major_axis").orElse(EarthShape.WGS_84.semiMajor_m());
        Optional<Double> inverse = mapping.number("inverse_flattening");
        if (inverse.isPresent()) {
            return new EarthShape(semiMajor_m, inverse.get() == 0 ? 0 : 1 / inverse.get());
        }
        return mapping.number("semi_minor_axis")
                .map(minor_m -> new EarthShape(semiMajor_m, 1 - minor_m / semiMajor_m))
                .orElse(EarthShape.WGS_84);
    }

    /** UTM as PROJ writes it: {@code +proj=utm +zone=32 +north}. */
    private static HorizontalGrid utm(NcFile file, NcVariable mapping, String name, PlaneAxes axes)
            throws IOException {
        Map<String, String> words = new HashMap<>();
        String parameters = mapping.text("proj_params").or(() -> mapping.text("proj4")).orElse("");
        for (String word : parameters.split("\\s+")) {
            int equals = word.indexOf('=');
            words.put(
                    equals < 0 ? word : word.substring(0, equals),
                    equals < 0 ? "" : word.substring(equals + 1));
        }
        String zone = words.getOrDefault("+zone", "");
        if (!"utm".equals(words.get("+proj")) || !zone.matches("\\d{1,2}")) {
            throw refuse(
                    file,
                    "expected a Lambert, polar stereographic, transverse Mercator or UTM grid, got '%s'"
                            .formatted(name));
        }
        return TransverseMercatorGrid.utm(
                Integer.parseInt(zone), !words.containsKey("+south"), axes);
    }
}
