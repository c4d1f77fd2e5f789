/**
 * Screening of hourly values as they arrive: what is out of range, stuck, spiking, stepping or in
 * the wrong order is flagged with the reason; nothing is changed or deleted.
 *
 * <p>Looks at one station alone; neighbours and reviewers come after it. Method:
 * docs/science/screening.md.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.engine.screening;
