package org.airshed.engine.trajectory;

import java.time.Instant;
import java.util.List;
import org.airshed.engine.meteorology.WindField;

/** Prepared wind of several moments, read one after another. */
public interface WindSequence {
    /** Its moments, rising. */
    List<Instant> times();

    /** The wind of one of them; asked for in order, forward or backward, each once. */
    WindField field(int index);

    /** Fields that are all in memory. */
    static WindSequence of(List<WindField> fields) {
        List<WindField> copy = List.copyOf(fields);
        return new WindSequence() {
            @Override
            public List<Instant> times() {
                return copy.stream().map(WindField::time).toList();
            }

            @Override
            public WindField field(int index) {
                return copy.get(index);
            }
        };
    }
}
