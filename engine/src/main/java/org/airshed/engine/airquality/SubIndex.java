package org.airshed.engine.airquality;

import java.util.OptionalInt;
import org.airshed.engine.quantity.Concentration;

/** The index of one assessment item alone (IAQI), or the reason why it has none. */
public sealed interface SubIndex {

    /** The item it is about. */
    Item item();

    /** The index, where there is one. */
    default OptionalInt index() {
        return this instanceof Value value ? OptionalInt.of(value.value()) : OptionalInt.empty();
    }

    /**
     * An index.
     *
     * @param item the item observed
     * @param observed the concentration as given
     * @param used the concentration after the standard's own rounding
     * @param breakpoints the item whose breakpoints were used; differs from {@code item} where the
     *     standard says so (HJ 633-2026: hourly PM on the daily breakpoints)
     * @param value the index
     */
    record Value(Item item, Concentration observed, Concentration used, Item breakpoints, int value)
            implements SubIndex {}

    /** The item was not observed. */
    record NotObserved(Item item) implements SubIndex {}

    /** The standard has no breakpoints for this item; it is reported as a concentration only. */
    record NoBreakpoints(Item item, Concentration observed) implements SubIndex {}

    /** Above the end of this item's breakpoints the standard computes no index from it. */
    record BeyondBreakpoints(Item item, Concentration observed, Concentration end)
            implements SubIndex {}
}
