/**
 * Units, exact decimals and the rounding rules of the standards. Nothing here touches a binary
 * double: a limit of 0.1 mg/m³ is 0.1.
 *
 * <p>Leaves limits and indices to {@code airquality}. Calls {@code substance} and {@code edition}.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.engine.quantity;
