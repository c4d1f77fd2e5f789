package org.airshed.engine.geography;

/** A length, never negative; metres inside. */
public record Length(double metres) implements Comparable<Length> {
    public Length {
        if (!(metres >= 0.0) || Double.isInfinite(metres)) {
            throw new IllegalArgumentException(
                    "expected a finite length of 0 m or more, got " + metres + " m");
        }
    }

    public static Length ofMetres(double metres) {
        return new Length(metres);
    }

    public static Length ofKilometres(double kilometres) {
        return new Length(kilometres * 1000.0);
    }

    public double kilometres() {
        return metres / 1000.0;
    }

    @Override
    public int compareTo(Length other) {
        return Double.compare(metres, other.metres);
    }
}
