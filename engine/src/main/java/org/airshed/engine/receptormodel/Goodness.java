package org.airshed.engine.receptormodel;

/**
 * Q, the sum of squared scaled residuals: with every residual in full, and with those beyond four
 * uncertainties counted as 4·|r|. Source: Paatero (1997); docs/science/pmf.md.
 */
public record Goodness(double qTrue, double qRobust) {
    /** Beyond it a residual is an outlier: the α of Paatero (1997). */
    static final double OUTLIER = 4;
}
