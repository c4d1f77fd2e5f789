package org.airshed.engine.quantity;

import java.math.BigDecimal;
import java.util.Optional;

/** A unit of concentration: mass in a volume of air, or parts of a gas in parts of air. */
public enum ConcentrationUnit {
    NANOGRAM_PER_CUBIC_METRE("ng/m3", Kind.MASS, new BigDecimal("0.001")),
    MICROGRAM_PER_CUBIC_METRE("ug/m3", Kind.MASS, BigDecimal.ONE),
    MILLIGRAM_PER_CUBIC_METRE("mg/m3", Kind.MASS, new BigDecimal("1000")),
    PARTS_PER_BILLION("ppb", Kind.VOLUME, BigDecimal.ONE),
    PARTS_PER_MILLION("ppm", Kind.VOLUME, new BigDecimal("1000"));

    /** What is counted: two units of one kind convert without knowing the gas or its state. */
    public enum Kind {
        MASS,
        VOLUME
    }

    private final String code;
    private final Kind kind;
    private final BigDecimal inBaseUnits;

    ConcentrationUnit(String code, Kind kind, BigDecimal inBaseUnits) {
        this.code = code;
        this.kind = kind;
        this.inBaseUnits = inBaseUnits;
    }

    /** The word for this unit in files and the API: {@code "ug/m3"}. */
    public String code() {
        return code;
    }

    /** Whether it counts mass or volume. */
    public Kind kind() {
        return kind;
    }

    /** How many µg/m³ (mass) or ppb (volume) one of it is. */
    BigDecimal inBaseUnits() {
        return inBaseUnits;
    }

    /** The unit with this code; {@code µg/m³} and its kin are understood too. */
    public static Optional<ConcentrationUnit> findByCode(String code) {
        String plain = code.strip().replace('µ', 'u').replace('μ', 'u').replace("³", "3");
        for (ConcentrationUnit unit : values()) {
            if (unit.code.equals(plain)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return code;
    }
}
