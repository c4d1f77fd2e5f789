package org.airshed.engine.averaging;

/** The mean of the hours up to one hour's end, or the reason why there is none. */
public sealed interface RunningMean {
    /** The exact mean of the hours with a value. */
    record Valid(Rational mean, int hours) implements RunningMean {}

    /** Fewer hours with a value than needed. */
    record TooFewHours(int hours, int needed) implements RunningMean {}
}
