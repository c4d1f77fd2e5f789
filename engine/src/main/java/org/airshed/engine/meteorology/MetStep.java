package org.airshed.engine.meteorology;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The weather of one moment on a grid.
 *
 * @param levels of the fields that stand on levels
 * @param fields every field has the grid's rows and columns, and the levels' count or one level
 * @param labels what has to be said wherever results are shown
 */
public record MetStep(
        Instant time,
        HorizontalGrid grid,
        VerticalLevels levels,
        Map<MetVariable, MetField> fields,
        Set<MetLabel> labels) {
    public MetStep {
        for (var entry : fields.entrySet()) {
            MetField field = entry.getValue();
            int expected = entry.getKey().onLevels() ? levels.count() : 1;
            if (field.levels() != expected
                    || field.rows() != grid.rows()
                    || field.columns() != grid.columns()) {
                throw new IllegalArgumentException(
                        "expected %s of %d levels × %d rows × %d columns, got %d × %d × %d (%s)"
                                .formatted(
                                        entry.getKey().standardName(),
                                        expected,
                                        grid.rows(),
                                        grid.columns(),
                                        field.levels(),
                                        field.rows(),
                                        field.columns(),
                                        time));
            }
        }
        var ordered = new EnumMap<MetVariable, MetField>(MetVariable.class);
        ordered.putAll(fields);
        fields = Collections.unmodifiableMap(ordered);
        var said = EnumSet.noneOf(MetLabel.class);
        said.addAll(labels);
        labels = Collections.unmodifiableSet(said);
    }

    /** The field, which must be there. */
    public MetField field(MetVariable variable) {
        return findField(variable)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "expected %s at %s, the step has none"
                                        .formatted(variable.standardName(), time)));
    }

    public Optional<MetField> findField(MetVariable variable) {
        return Optional.ofNullable(fields.get(variable));
    }
}
