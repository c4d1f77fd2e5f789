package org.airshed.platform.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.airquality.IndexLevel;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;

/**
 * The air of one place in one hour: six one-hour means and the index made of them, in the form in
 * which China's national network publishes it. See docs/science/hj633.md.
 *
 * @param standard the edition in force in that hour
 * @param means_thousandths in the order of {@link HourlyIndex#POLLUTANTS}, µg/m³ (CO: mg/m³),
 *     {@link Thousandths#ABSENT} where nothing was observed
 */
public record Air(HourlyIndex standard, List<Integer> means_thousandths) {
    public Air {
        means_thousandths = List.copyOf(means_thousandths);
        if (means_thousandths.size() != HourlyIndex.WIDTH) {
            throw new IllegalArgumentException(
                    "expected %d means, got %d"
                            .formatted(HourlyIndex.WIDTH, means_thousandths.size()));
        }
    }

    /** The AQI; empty when no pollutant was observed. */
    public OptionalInt aqi() {
        return index(standard.aqi(row(), 0));
    }

    /** The level of the AQI. */
    public Optional<IndexLevel> level() {
        OptionalInt aqi = aqi();
        return aqi.isPresent()
                ? Optional.of(Hj633.scale().level(aqi.getAsInt()))
                : Optional.empty();
    }

    /** The pollutants with the highest index, when the AQI is above 50. */
    public Set<Pollutant> primary() {
        return standard.primary(row(), 0);
    }

    /** The index of one pollutant alone. */
    public OptionalInt index(Pollutant pollutant) {
        int column = HourlyIndex.POLLUTANTS.indexOf(pollutant);
        return index(standard.subIndex(column, means_thousandths.get(column)));
    }

    /** The one-hour mean of a pollutant in µg/m³ (CO: mg/m³), without trailing zeros. */
    public Optional<BigDecimal> mean(Pollutant pollutant) {
        int mean_thousandths = means_thousandths.get(HourlyIndex.POLLUTANTS.indexOf(pollutant));
        return mean_thousandths == Thousandths.ABSENT
                ? Optional.empty()
                : Optional.of(plain(Thousandths.decimal(mean_thousandths)));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private int[] row() {
        return means_thousandths.stream().mapToInt(Integer::intValue).toArray();
    }

    private static OptionalInt index(int index) {
        return index == HourlyIndex.NO_INDEX ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
