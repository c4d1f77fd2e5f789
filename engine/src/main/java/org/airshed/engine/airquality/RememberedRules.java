package org.airshed.engine.airquality;

/**
 * Whether rules whose text was not read may decide a result. docs/science/hj663.md names them; what
 * they decide carries their confidence.
 */
public enum RememberedRules {
    /** They decide nothing: what depends on one is not decided, and says on which. The default. */
    REFUSED,
    /** The caller takes them as remembered, and shows their confidence beside the result. */
    ACCEPTED
}
