package org.airshed.engine.geography;

import java.util.Collection;

/**
 * A box of longitudes and latitudes in degrees, its edges included. A box whose west is greater
 * than its east crosses the antimeridian (RFC 7946, 5.2).
 */
public record BoundingBox(double west_deg, double south_deg, double east_deg, double north_deg) {
    public BoundingBox {
        Position.check(west_deg, south_deg);
        Position.check(east_deg, north_deg);
        if (south_deg > north_deg) {
            throw new IllegalArgumentException(
                    "expected the south edge at or below the north edge, got %s° and %s°"
                            .formatted(south_deg, north_deg));
        }
    }

    /** The smallest box around the positions that does not cross the antimeridian. */
    public static BoundingBox around(Collection<Position> positions) {
        if (positions.isEmpty()) {
            throw new IllegalArgumentException("expected at least one position, got none");
        }
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (Position position : positions) {
            west = StrictMath.min(west, position.longitude_deg());
            south = StrictMath.min(south, position.latitude_deg());
            east = StrictMath.max(east, position.longitude_deg());
            north = StrictMath.max(north, position.latitude_deg());
        }
        return new BoundingBox(west, south, east, north);
    }

    public boolean crossesAntimeridian() {
        return west_deg > east_deg;
    }

    public boolean contains(Position position) {
        boolean inLatitude =
                position.latitude_deg() >= south_deg && position.latitude_deg() <= north_deg;
        boolean eastOfWest = position.longitude_deg() >= west_deg;
        boolean westOfEast = position.longitude_deg() <= east_deg;
        return inLatitude
                && (crossesAntimeridian() ? eastOfWest || westOfEast : eastOfWest && westOfEast);
    }

    /** The smallest box around both; neither may cross the antimeridian. */
    public BoundingBox union(BoundingBox other) {
        if (crossesAntimeridian() || other.crossesAntimeridian()) {
            throw new IllegalArgumentException(
                    "expected two boxes cut at the antimeridian, got %s and %s"
                            .formatted(this, other));
        }
        return new BoundingBox(
                StrictMath.min(west_deg, other.west_deg),
                StrictMath.min(south_deg, other.south_deg),
                StrictMath.max(east_deg, other.east_deg),
                StrictMath.max(north_deg, other.north_deg));
    }
}
