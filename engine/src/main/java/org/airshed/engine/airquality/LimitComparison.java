package org.airshed.engine.airquality;

/**
 * How GB/T 8170 lets a result be compared with a limit. No page of HJ 663 that was read says which,
 * so the full value is compared unless the other is asked for. docs/science/hj663.md.
 */
public enum LimitComparison {
    /**
     * The rounded value (修约值比较法): a PM2.5 mean of 35.4 is reported as 35 and attains 35. The
     * decimals are remembered.
     */
    ROUNDED,
    /** The value with all its digits (全数值比较法): 35.4 exceeds 35. */
    FULL_VALUE
}
