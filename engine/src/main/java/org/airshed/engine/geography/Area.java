package org.airshed.engine.geography;

/** An area on the earth's surface, never negative; square metres inside. */
public record Area(double squareMetres) implements Comparable<Area> {
    public Area {
        if (!(squareMetres >= 0.0) || Double.isInfinite(squareMetres)) {
            throw new IllegalArgumentException(
                    "expected a finite area of 0 m² or more, got " + squareMetres + " m²");
        }
    }

    public static Area ofSquareMetres(double squareMetres) {
        return new Area(squareMetres);
    }

    public static Area ofSquareKilometres(double squareKilometres) {
        return new Area(squareKilometres * 1e6);
    }

    public double squareKilometres() {
        return squareMetres / 1e6;
    }

    @Override
    public int compareTo(Area other) {
        return Double.compare(squareMetres, other.squareMetres);
    }
}
