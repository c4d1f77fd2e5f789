/**
 * What is in the air: the substances the platform measures, evaluates and computes.
 *
 * <p>Leaves their limits and indices to {@code airquality}. Calls {@code edition} for its register.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.engine.substance;
