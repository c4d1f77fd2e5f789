package org.airshed.engine.substance;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Table;

/**
 * Something a station reads by the hour besides the six criteria pollutants: a gas, a component of
 * particles, an organic compound, the weather. The register is data: resource {@code species.csv}.
 *
 * @param code the word in files, the API and the database: {@code "so4"}
 * @param zh its Chinese name
 * @param en its English name
 * @param kind what kind of thing it is
 * @param unit the unit in which it is kept: {@code ug/m3}, {@code ng/m3}, {@code ppb}, {@code
 *     degC}, {@code hPa}, {@code %}, {@code mm}, {@code m/s}, {@code deg}
 * @param decimals values are whole numbers of 10<sup>−decimals</sup> of the unit
 * @param least the smallest value that is believed, in the unit
 * @param largest the largest
 * @param molarMass_g_mol by which a volume fraction becomes mass; empty where none is used
 * @param provenance where names, ranges and mass come from
 */
public record Species(
        String code,
        String zh,
        String en,
        Kind kind,
        String unit,
        int decimals,
        BigDecimal least,
        BigDecimal largest,
        Optional<BigDecimal> molarMass_g_mol,
        Provenance provenance) {

    /** What kinds of species there are. */
    public enum Kind {
        GAS,
        CARBON,
        ION,
        ELEMENT,
        VOC,
        METEOROLOGY;

        /** The word of the API: {@code "gas"}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Map<String, Species> ALL = read();

    /** All of them, in the order of the register. */
    public static List<Species> all() {
        return List.copyOf(ALL.values());
    }

    /** The species of this code, or empty when there is none. */
    public static Optional<Species> findByCode(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    /** A value as a decimal of the unit, exactly. */
    public BigDecimal decimal(long value) {
        return BigDecimal.valueOf(value, decimals);
    }

    private static Map<String, Species> read() {
        Map<String, Species> all = new LinkedHashMap<>();
        Table.beside(Species.class, "species.csv")
                .rows()
                .forEach(row -> {
                    Species species =
                            new Species(
                                    row.text("code"),
                                    row.text("zh"),
                                    row.text("en"),
                                    Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                                    row.text("unit"),
                                    row.integer("decimals"),
                                    row.decimal("least"),
                                    row.decimal("largest"),
                                    row.findDecimal("molar_mass_g_mol"),
                                    row.provenance());
                    if (all.put(species.code(), species) != null) {
                        throw new IllegalStateException("two species " + species.code());
                    }
                });
        return all;
    }
}
