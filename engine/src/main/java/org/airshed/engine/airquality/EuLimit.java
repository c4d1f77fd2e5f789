package org.airshed.engine.airquality;

import java.util.List;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Table;
import org.airshed.engine.quantity.Concentration;

/**
 * A limit value of Directive (EU) 2024/2881, to be met by 2030-01-01. Table: resource {@code
 * eu-2024-2881.csv}; docs/science/who-aqg.md.
 *
 * @param allowedExceedances how many hours or days of a year may exceed it; 0 where none may
 */
public record EuLimit(
        Item item, Concentration concentration, int allowedExceedances, Provenance provenance) {
    private static final List<EuLimit> ALL =
            Table.beside(EuLimit.class, "eu-2024-2881.csv").rows().map(EuLimit::of).toList();

    private static EuLimit of(Table.Row row) {
        return new EuLimit(
                new Item(Editions.pollutant(row), AveragingPeriod.ofCode(row.text("period"))),
                new Concentration(row.decimal("limit"), Editions.unit(row)),
                row.findText("exceedances").map(Integer::parseInt).orElse(0),
                row.provenance());
    }

    /** The limits of a verified source. */
    public static List<EuLimit> limits() {
        return ALL.stream().filter(limit -> limit.provenance.confidence().verified()).toList();
    }

    /** The remembered ones too, for callers that show {@link #provenance} beside them. */
    public static List<EuLimit> limitsOfAnySource() {
        return ALL;
    }

    /** Whether a value in this limit's unit exceeds it; not rounded. */
    public boolean isExceededBy(Rational value) {
        return value.compareTo(Rational.of(concentration.value())) > 0;
    }

    /** Whether a year with so many exceeding hours or days meets it. */
    public boolean isMetBy(int exceedances) {
        return exceedances <= allowedExceedances;
    }
}
