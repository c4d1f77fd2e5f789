package org.airshed.engine.quantity;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Table;
import org.airshed.engine.substance.Pollutant;

/**
 * How much a part per billion of a gas weighs at a reference state. The factors are data with a
 * source: resource {@code gas-conversions.csv}; see docs/science/rounding.md.
 */
public final class GasConversions {
    private static final Table TABLE = Table.beside(GasConversions.class, "gas-conversions.csv");

    private final String state;
    private final Map<Pollutant, BigDecimal> ugm3PerPpb = new EnumMap<>(Pollutant.class);
    private final Map<Pollutant, Provenance> provenance = new EnumMap<>(Pollutant.class);

    private GasConversions(String state) {
        this.state = state;
        TABLE.rows().filter(row -> row.text("state").equals(state)).forEach(this::add);
    }

    /** At 25 °C and 1 atm (298.15 K, 1013.25 hPa), the state GB 3095 uses since 2018. */
    public static GasConversions at25CelsiusAnd1Atmosphere() {
        return new GasConversions("25C-1atm");
    }

    /** Mass in µg/m³ of one ppb of this gas (equally mg/m³ of one ppm). */
    public BigDecimal ugm3PerPpb(Pollutant gas) {
        return Optional.ofNullable(ugm3PerPpb.get(gas))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "expected a gas of %s at %s, got %s"
                                        .formatted(ugm3PerPpb.keySet(), state, gas)));
    }

    /** Where this gas's factor comes from; empty for what has none, such as particles. */
    public Optional<Provenance> findProvenance(Pollutant gas) {
        return Optional.ofNullable(provenance.get(gas));
    }

    private void add(Table.Row row) {
        String code = row.text("pollutant");
        Pollutant gas =
                Pollutant.findByCode(code)
                        .orElseThrow(() -> new IllegalStateException("unknown gas " + code));
        ugm3PerPpb.put(gas, row.decimal("ugm3_per_ppb"));
        provenance.put(gas, row.provenance());
    }
}
