package org.airshed.metfiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.airshed.engine.geography.Position;
import org.airshed.engine.meteorology.EarthShape;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.HorizontalGrid;
import org.airshed.engine.meteorology.LambertGrid;
import org.airshed.engine.meteorology.PlaneAxes;
import org.airshed.engine.meteorology.PolarStereographicGrid;

/**
 * A file with the conventions of WRF's output, made by ncgen: no real one exists among our data.
 * Six by five points and three layers around 35°N 105°E, its central meridian at 100°E.
 */
final class WrfSample {
    static final int COLUMNS = 6;
    static final int ROWS = 5;
    static final double MERIDIAN_DEG = 100;
    private static final EarthShape EARTH = EarthShape.sphere(6_370_000);

    private WrfSample() {}

    static HorizontalGrid grid(int projection) {
        PlaneAxes axes = new PlaneAxes(COLUMNS, ROWS, 0, 0, 27_000, 27_000);
        Position low = new Position(105, 35);
        return projection == 2
                ? new PolarStereographicGrid(EARTH, MERIDIAN_DEG, 30, axes).startingAt(low)
                : new LambertGrid(EARTH, MERIDIAN_DEG, 30, 30, 30, axes).startingAt(low);
    }

    /**
     * @param kind of {@code ncgen}: {@code classic} or {@code nc4}
     * @param projection MAP_PROJ, of which 3 and 6 are given the positions of 1
     */
    static Path netcdf(Path folder, String kind, int projection) throws IOException {
        HorizontalGrid grid = grid(projection);
        Path text = folder.resolve("wrf%d.cdl".formatted(projection));
        Files.writeString(
                text,
                HEADER
                        + "  :MAP_PROJ = %d;\n data:\n".formatted(projection)
                        + " Times = \"2016-11-20_00:00:00\", \"2016-11-20_01:00:00\";\n"
                        + both("XLAT", 30, at -> place(grid, at).latitude_deg())
                        + both("XLONG", 30, at -> place(grid, at).longitude_deg())
                        + " P_TOP = 5000., 5000.;\n ZNU = 1, 0.5, 0.1, 1, 0.5, 0.1;\n"
                        + both("U", 3 * 5 * 7, at -> 7 + 2.0 * (at % 7))
                        + both("V", 3 * 6 * 6, at -> 0)
                        + both("W", 4 * 30, at -> rising(at / 30))
                        + both("PH", 4 * 30, at -> 9.81)
                        + both("PHB", 4 * 30, at -> 981.0 * rising(at / 30))
                        + both("P", 90, at -> at / 30 * 100)
                        + both("PB", 90, at -> at < 30 ? 100_000 : at < 60 ? 49_900 : 9_800)
                        + both("T", 90, at -> at / 30)
                        + both("QVAPOR", 90, at -> 0.01)
                        + both("U10", 30, at -> 10)
                        + both("V10", 30, at -> 0)
                        + both("HGT", 30, at -> at)
                        + "}\n");
        Path file = folder.resolve("wrfout%d-%s.nc".formatted(projection, kind));
        Tools.lines("ncgen", "-k", kind, "-o", file + "", text + "");
        return file;
    }

    private static Position place(HorizontalGrid grid, int at) {
        return grid.position(new GridPoint(at % COLUMNS, at / COLUMNS));
    }

    /** 0, 1, 3, 6: sums of which the means are unlike. */
    private static double rising(int layer) {
        return layer * (layer + 1) / 2.0;
    }

    private static String both(String name, int values, IntToDoubleFunction value) {
        return " %s = %s;\n"
                .formatted(
                        name,
                        IntStream.range(0, 2 * values)
                                .mapToObj(at ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.6f",
                                                value.applyAsDouble(at % values)))
                                .collect(Collectors.joining(", ")));
    }

    private static final String HEADER =
            """
            netcdf wrfout {
             dimensions:
              Time = UNLIMITED; DateStrLen = 19; west_east = 6; south_north = 5; bottom_top = 3;
              west_east_stag = 7; south_north_stag = 6; bottom_top_stag = 4;
             variables:
              char Times(Time, DateStrLen);
              float XLAT(Time, south_north, west_east);
              float XLONG(Time, south_north, west_east);
              float P_TOP(Time);
              float ZNU(Time, bottom_top);
              float U(Time, bottom_top, south_north, west_east_stag);
              float V(Time, bottom_top, south_north_stag, west_east);
              float W(Time, bottom_top_stag, south_north, west_east);
              float PH(Time, bottom_top_stag, south_north, west_east);
              float PHB(Time, bottom_top_stag, south_north, west_east);
              float P(Time, bottom_top, south_north, west_east);
              float PB(Time, bottom_top, south_north, west_east);
              float T(Time, bottom_top, south_north, west_east);
              float QVAPOR(Time, bottom_top, south_north, west_east);
              float U10(Time, south_north, west_east);
              float V10(Time, south_north, west_east);
              float HGT(Time, south_north, west_east);
              :TITLE = "OUTPUT FROM WRF V4.5 MODEL, as a test has it";
              :DX = 27000.f; :DY = 27000.f; :TRUELAT1 = 30.f; :TRUELAT2 = 30.f;
              :STAND_LON = 100.f; :POLE_LAT = 90.f;
            """;
}
