package org.airshed.engine.airquality;

import org.airshed.engine.quantity.Concentration;

/** A pair of an index table: this concentration has this index. */
public record Breakpoint(int index, Concentration concentration) {}
