package org.airshed.engine.receptormodel;

/**
 * Cells of equal steps in longitude and latitude, centred on whole multiples of the step: an
 * endpoint belongs to the nearest centre, one just between two to the even multiple. Longitudes go
 * around. See docs/science/pscf.md.
 *
 * @param longitudeStep_deg a whole part of 360 degrees
 * @param latitudeStep_deg more than 0, up to 90
 */
public record CellGrid(double longitudeStep_deg, double latitudeStep_deg) {
    /** One degree, as openair has it by default. */
    public static final CellGrid ONE_DEGREE = new CellGrid(1, 1);

    /** The dense sums over the cells between the outermost endpoints stay below about 500 MB. */
    static final long MOST_CELLS = 20_000_000;

    public CellGrid {
        if (!(longitudeStep_deg >= 0.01 && longitudeStep_deg <= 180)
                || Math.abs(Math.rint(360 / longitudeStep_deg) * longitudeStep_deg - 360) > 1e-9) {
            throw new IllegalArgumentException(
                    "expected a step of longitude of 0.01 degrees or more of which 360 is a multiple, got "
                            + longitudeStep_deg);
        }
        if (!(latitudeStep_deg >= 0.01 && latitudeStep_deg <= 90)) {
            throw new IllegalArgumentException(
                    "expected a step of latitude of 0.01 to 90 degrees, got " + latitudeStep_deg);
        }
    }

    /** How many columns go around the globe. */
    int columns() {
        return (int) Math.rint(360 / longitudeStep_deg);
    }

    /** The column of a longitude, from 0 at the antimeridian eastward. */
    int column(double longitude_deg) {
        int columns = columns();
        int column = (int) Math.rint(longitude_deg / longitudeStep_deg) + columns / 2;
        return column >= 0 && column < columns ? column : Math.floorMod(column, columns);
    }

    /** The row of a latitude: negative south of the equator. */
    int row(double latitude_deg) {
        return (int) Math.rint(latitude_deg / latitudeStep_deg);
    }

    double longitude_deg(int column) {
        return (column - columns() / 2) * longitudeStep_deg;
    }

    double latitude_deg(int row) {
        return row * latitudeStep_deg;
    }
}
