package org.airshed.engine.airquality;

/** How GB/T 8170 lets a result be compared with a limit. */
public enum LimitComparison {
    /** The rounded value (修约值比较法): a PM2.5 mean of 35.4 is reported as 35 and attains 35. */
    ROUNDED,
    /** The value with all its digits (全数值比较法): 35.4 exceeds 35. */
    FULL_VALUE
}
