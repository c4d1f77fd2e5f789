package org.airshed.engine.meteorology;

import org.airshed.engine.geography.Position;

/**
 * Equal steps of longitude and latitude.
 *
 * @param west_deg longitude of the first column [°]
 * @param south_deg latitude of the first row [°]
 * @param columnStep_deg from a column to the next one east of it [°], positive
 * @param rowStep_deg from a row to the next one north of it [°], positive
 */
public record LatLonGrid(
        int columns,
        int rows,
        double west_deg,
        double south_deg,
        double columnStep_deg,
        double rowStep_deg)
        implements HorizontalGrid {
    /** Files round their steps: 1440 columns of 0.25 must be a circle, 1439 must not. */
    private static final double CLOSED_STEPS = 0.02;

    public LatLonGrid {
        HorizontalGrid.checkSize(columns, rows);
        if (!(columnStep_deg > 0) || !(rowStep_deg > 0)) {
            throw new IllegalArgumentException(
                    "expected positive steps, got %s° and %s°"
                            .formatted(columnStep_deg, rowStep_deg));
        }
        if (columns * columnStep_deg > 360.0 + CLOSED_STEPS * columnStep_deg) {
            throw new IllegalArgumentException(
                    "expected at most a circle of longitude, got %d columns of %s°"
                            .formatted(columns, columnStep_deg));
        }
        double north_deg = south_deg + (rows - 1) * rowStep_deg;
        if (!(Math.abs(west_deg) <= 720.0) || !(south_deg >= -90.001) || !(north_deg <= 90.001)) {
            throw new IllegalArgumentException(
                    "expected latitudes from -90° to 90°, got %s° to %s° (first longitude %s°)"
                            .formatted(south_deg, north_deg, west_deg));
        }
    }

    @Override
    public boolean wraps() {
        return Math.abs(columns * columnStep_deg - 360.0) <= CLOSED_STEPS * columnStep_deg;
    }

    @Override
    public GridPoint point(Position position) {
        return new GridPoint(
                HorizontalGrid.column(
                        position.longitude_deg(), west_deg, columnStep_deg, columns, wraps()),
                (position.latitude_deg() - south_deg) / rowStep_deg);
    }

    @Override
    public Position position(GridPoint point) {
        return new Position(
                HorizontalGrid.wrapped_deg(west_deg + point.column() * columnStep_deg),
                Math.clamp(south_deg + point.row() * rowStep_deg, -90.0, 90.0));
    }

    @Override
    public double gridNorth_rad(GridPoint point) {
        return 0.0;
    }
}
