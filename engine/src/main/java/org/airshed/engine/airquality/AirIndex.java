package org.airshed.engine.airquality;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.airshed.engine.substance.Pollutant;

/** An index of the air, whichever standard made it: a value, or the reason why there is none. */
public sealed interface AirIndex {

    /**
     * An index with what made it.
     *
     * @param value the index on the standard's own scale
     * @param level the level it belongs to
     * @param primary the pollutants whose own index is highest, ties together, in report order;
     *     empty where the standard names none (HJ 633: an AQI of at most 50)
     */
    record Value(int value, IndexLevel level, Set<Pollutant> primary) implements AirIndex {
        public Value {
            primary = inReportOrder(primary);
        }
    }

    /**
     * No index.
     *
     * @param reason why
     * @param concerned the pollutants the reason is about
     */
    record None(Reason reason, Set<Pollutant> concerned) implements AirIndex {
        public None {
            concerned = inReportOrder(concerned);
        }
    }

    /** Why there is no index; a code, rendered in words by whoever shows it. */
    enum Reason {
        /** Nothing the standard can index was observed. */
        NOTHING_OBSERVED,
        /** A pollutant is missing and the rest does not reach what may be published without it. */
        POLLUTANT_MISSING,
        /** Too few hours stand behind the values. */
        TOO_FEW_HOURS
    }

    private static Set<Pollutant> inReportOrder(Set<Pollutant> pollutants) {
        EnumSet<Pollutant> ordered = EnumSet.noneOf(Pollutant.class);
        ordered.addAll(pollutants);
        return Collections.unmodifiableSet(ordered);
    }
}
