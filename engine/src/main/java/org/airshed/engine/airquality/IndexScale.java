package org.airshed.engine.airquality;

import java.util.ArrayList;
import java.util.List;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Table;

/**
 * The levels of an index, each with the highest index value that still belongs to it. Read from a
 * resource with the columns {@code scale, rank, up_to, code, number, name_zh, name_en, colour,
 * source, confidence}; an empty {@code up_to} means without end.
 */
public final class IndexScale {
    private final List<Step> steps;

    private IndexScale(List<Step> steps) {
        this.steps = steps;
    }

    private record Step(int upTo, IndexLevel level, Provenance provenance) {}

    /** The rows of this scale in the table, in their order, which must be rising. */
    static IndexScale of(Table table, String scale) {
        List<Step> steps = new ArrayList<>();
        table.rows()
                .filter(row -> row.text("scale").equals(scale))
                .forEach(row -> steps.add(step(row)));
        if (steps.isEmpty()) {
            throw new IllegalStateException("expected levels of the scale " + scale + ", got none");
        }
        for (int index = 1; index < steps.size(); index++) {
            if (steps.get(index).upTo <= steps.get(index - 1).upTo) {
                throw new IllegalStateException("the levels of " + scale + " do not rise");
            }
        }
        return new IndexScale(List.copyOf(steps));
    }

    private static Step step(Table.Row row) {
        IndexLevel level =
                new IndexLevel(
                        row.text("scale"),
                        row.integer("rank"),
                        row.text("code"),
                        row.findText("number").orElse(""),
                        row.text("name_zh"),
                        row.text("name_en"),
                        Colour.ofHex(row.text("colour")));
        int upTo = row.findText("up_to").map(Integer::parseInt).orElse(Integer.MAX_VALUE);
        return new Step(upTo, level, row.provenance());
    }

    /** All levels, the cleanest first. */
    public List<IndexLevel> levels() {
        return steps.stream().map(Step::level).toList();
    }

    /** The level of an index value. */
    public IndexLevel level(int index) {
        for (Step step : steps) {
            if (index <= step.upTo) {
                return step.level;
            }
        }
        throw new IllegalArgumentException(
                "expected an index up to %d, got %d".formatted(steps.getLast().upTo, index));
    }

    /** The highest index of the level at this rank; {@link Integer#MAX_VALUE} for without end. */
    public int upTo(int rank) {
        return steps.stream()
                .filter(step -> step.level.rank() == rank)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no level of rank " + rank))
                .upTo;
    }

    /** Where this level's name, bounds and colour come from. */
    public Provenance provenance(IndexLevel level) {
        return steps.stream()
                .filter(step -> step.level.equals(level))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not of this scale: " + level))
                .provenance;
    }
}
