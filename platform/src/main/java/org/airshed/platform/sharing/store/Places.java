package org.airshed.platform.sharing.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.airshed.platform.observation.Standing;

/** Numbers of places and values as cells. */
final class Places {
    private static final int DECIMALS = 6; // a decimetre

    private Places() {}

    /** Degrees without the noise of floating point. */
    static BigDecimal degrees(double value_deg) {
        return plain(BigDecimal.valueOf(value_deg).setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** Without zeros at the end, and not as a power of ten. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The middle of stations, degrees east and north. */
    static List<BigDecimal> middle(List<Standing> stations) {
        return List.of(
                degrees(
                        stations.stream()
                                .mapToDouble(Standing::longitude_deg)
                                .average()
                                .orElseThrow()),
                degrees(
                        stations.stream()
                                .mapToDouble(Standing::latitude_deg)
                                .average()
                                .orElseThrow()));
    }
}
