package org.airshed.engine.meteorology;

/**
 * Equal steps in the plane of a projection.
 *
 * @param firstX_m easting of the first column, false easting included where the file has one [m]
 * @param firstY_m northing of the first row [m]
 * @param columnStep_m to the next column [m], positive
 * @param rowStep_m to the next row [m], positive
 */
public record PlaneAxes(
        int columns,
        int rows,
        double firstX_m,
        double firstY_m,
        double columnStep_m,
        double rowStep_m) {
    public PlaneAxes {
        HorizontalGrid.checkSize(columns, rows);
        if (!(columnStep_m > 0 && columnStep_m < 1e7) || !(rowStep_m > 0 && rowStep_m < 1e7)) {
            throw new IllegalArgumentException(
                    "expected steps above 0 m, got %s m and %s m"
                            .formatted(columnStep_m, rowStep_m));
        }
        if (!(Math.abs(firstX_m) < 1e9) || !(Math.abs(firstY_m) < 1e9)) {
            throw new IllegalArgumentException(
                    "expected a first point within 10^9 m, got (%s m, %s m)"
                            .formatted(firstX_m, firstY_m));
        }
    }

    GridPoint point(PlanePoint plane) {
        return new GridPoint(
                (plane.x_m() - firstX_m) / columnStep_m, (plane.y_m() - firstY_m) / rowStep_m);
    }

    PlanePoint plane(GridPoint point) {
        return new PlanePoint(
                firstX_m + point.column() * columnStep_m, firstY_m + point.row() * rowStep_m);
    }

    /** These axes moved so that the first point lies at the given place of the plane. */
    PlaneAxes from(PlanePoint first) {
        return new PlaneAxes(columns, rows, first.x_m(), first.y_m(), columnStep_m, rowStep_m);
    }
}
