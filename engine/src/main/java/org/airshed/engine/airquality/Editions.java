package org.airshed.engine.airquality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.airshed.engine.edition.Table;
import org.airshed.engine.edition.Validity;
import org.airshed.engine.quantity.ConcentrationUnit;
import org.airshed.engine.substance.Pollutant;

/** Picks among the editions of a standard, and reads the words their tables share. */
final class Editions {
    private Editions() {}

    /** The one edition that applies to this observed day. */
    static <E> Optional<E> findInForce(
            List<E> editions, Function<E, Validity> validity, LocalDate observed) {
        return editions.stream()
                .filter(edition -> validity.apply(edition).includes(observed))
                .findFirst();
    }

    /** The edition of this name, or a refusal that lists the names there are. */
    static <E> E named(List<E> editions, Function<E, String> id, String wanted) {
        return editions.stream()
                .filter(edition -> id.apply(edition).equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "expected one of %s, got '%s'"
                                        .formatted(editions.stream().map(id).toList(), wanted)));
    }

    static Pollutant pollutant(Table.Row row) {
        String code = row.text("pollutant");
        return Pollutant.findByCode(code)
                .orElseThrow(() -> new IllegalStateException("unknown pollutant " + code));
    }

    static ConcentrationUnit unit(Table.Row row) {
        String code = row.text("unit");
        return ConcentrationUnit.findByCode(code)
                .orElseThrow(() -> new IllegalStateException("unknown unit " + code));
    }
}
