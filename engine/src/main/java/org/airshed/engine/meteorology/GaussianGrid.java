package org.airshed.engine.meteorology;

import java.util.Arrays;
import org.airshed.engine.geography.Position;

/**
 * Equal steps of longitude, rows at given latitudes: the roots of a Legendre polynomial in spectral
 * models.
 *
 * @param latitudes_deg of the rows, ascending [°]
 */
public record GaussianGrid(
        int columns, double west_deg, double columnStep_deg, double[] latitudes_deg)
        implements HorizontalGrid {
    public GaussianGrid {
        latitudes_deg = latitudes_deg.clone();
        HorizontalGrid.checkSize(columns, latitudes_deg.length);
        if (latitudes_deg.length < 2 || !(columnStep_deg > 0) || !(Math.abs(west_deg) <= 720.0)) {
            throw new IllegalArgumentException(
                    "expected two rows or more and a positive step, got %d rows, %s°"
                            .formatted(latitudes_deg.length, columnStep_deg));
        }
        for (int row = 1; row < latitudes_deg.length; row++) {
            if (!(latitudes_deg[row] > latitudes_deg[row - 1])) {
                throw new IllegalArgumentException(
                        "expected ascending latitudes, got %s° after %s°"
                                .formatted(latitudes_deg[row], latitudes_deg[row - 1]));
            }
        }
        if (!(latitudes_deg[0] >= -90) || !(latitudes_deg[latitudes_deg.length - 1] <= 90)) {
            throw new IllegalArgumentException("expected latitudes from -90° to 90°");
        }
    }

    @Override
    public double[] latitudes_deg() {
        return latitudes_deg.clone();
    }

    @Override
    public int rows() {
        return latitudes_deg.length;
    }

    @Override
    public boolean wraps() {
        return Math.abs(columns * columnStep_deg - 360.0) <= 0.02 * columnStep_deg;
    }

    @Override
    public GridPoint point(Position position) {
        double latitude_deg = position.latitude_deg();
        int found = Arrays.binarySearch(latitudes_deg, latitude_deg);
        int below = Math.clamp(found >= 0 ? found : -found - 2, 0, rows() - 2);
        double step_deg = latitudes_deg[below + 1] - latitudes_deg[below];
        return new GridPoint(
                HorizontalGrid.column(
                        position.longitude_deg(), west_deg, columnStep_deg, columns, wraps()),
                below + (latitude_deg - latitudes_deg[below]) / step_deg);
    }

    @Override
    public Position position(GridPoint point) {
        int below = Math.clamp((int) Math.floor(point.row()), 0, rows() - 2);
        double step_deg = latitudes_deg[below + 1] - latitudes_deg[below];
        double latitude_deg = latitudes_deg[below] + (point.row() - below) * step_deg;
        return new Position(
                HorizontalGrid.wrapped_deg(west_deg + point.column() * columnStep_deg),
                Math.clamp(latitude_deg, -90.0, 90.0));
    }

    @Override
    public double gridNorth_rad(GridPoint point) {
        return 0.0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GaussianGrid that
                && columns == that.columns
                && west_deg == that.west_deg
                && columnStep_deg == that.columnStep_deg
                && Arrays.equals(latitudes_deg, that.latitudes_deg);
    }

    @Override
    public int hashCode() {
        return 31 * columns + Arrays.hashCode(latitudes_deg);
    }

    @Override
    public String toString() {
        return "GaussianGrid[%d × %d, from %s° by %s°, %s° to %s°]"
                .formatted(
                        columns,
                        rows(),
                        west_deg,
                        columnStep_deg,
                        latitudes_deg[0],
                        latitudes_deg[rows() - 1]);
    }
}
