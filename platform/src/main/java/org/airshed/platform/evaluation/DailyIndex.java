package org.airshed.platform.evaluation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.airshed.engine.airquality.AirIndex;
import org.airshed.engine.airquality.AqiReport;
import org.airshed.engine.airquality.AveragingPeriod;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.Item;
import org.airshed.engine.airquality.ReportForm;
import org.airshed.engine.airquality.SubIndex;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.quantity.ConcentrationUnit;
import org.airshed.engine.quantity.Trillionths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.observation.Readings;

/**
 * The index of a day by the edition of HJ 633 in force on it, made of six daily values. The highest
 * hour of ozone, which the edition of 2012 uses where the eight-hour mean exceeds 800 µg/m³, is not
 * kept by day: such a day has the index of its other pollutants.
 *
 * @param standard the edition; empty where none was in force
 * @param aqi empty when the edition has none of these values
 * @param primary in report order
 * @param individual the individual indices of the pollutants that have one
 */
public record DailyIndex(
        Optional<String> standard,
        OptionalInt aqi,
        List<Pollutant> primary,
        Map<Pollutant, Integer> individual) {
    private static final DailyIndex NONE =
            new DailyIndex(Optional.empty(), OptionalInt.empty(), List.of(), Map.of());

    public DailyIndex {
        primary = List.copyOf(primary);
        individual = Map.copyOf(individual);
    }

    /**
     * The index of these values.
     *
     * @param values_trillionths in the order of {@link Readings#POLLUTANTS}, {@link
     *     Trillionths#ABSENT} where void
     */
    public static DailyIndex of(LocalDate day, long[] values_trillionths) {
        return Hj633.findInForce(day)
                .map(standard -> of(standard, values_trillionths))
                .orElse(NONE);
    }

    private static DailyIndex of(Hj633 standard, long[] values_trillionths) {
        Map<Item, Concentration> observed = new HashMap<>();
        for (int column = 0; column < values_trillionths.length; column++) {
            if (values_trillionths[column] != Trillionths.ABSENT) {
                Pollutant pollutant = Readings.POLLUTANTS.get(column);
                observed.put(
                        item(pollutant),
                        new Concentration(
                                Trillionths.decimal(values_trillionths[column]), unit(pollutant)));
            }
        }
        AqiReport report = standard.report(ReportForm.DAILY, observed);
        Map<Pollutant, Integer> individual = new HashMap<>();
        for (SubIndex item : report.items()) {
            if (item instanceof SubIndex.Value value) {
                individual.put(value.item().pollutant(), value.value());
            }
        }
        return switch (report.aqi()) {
            case AirIndex.Value(var value, _, var primary) ->
                    new DailyIndex(
                            Optional.of(standard.id()),
                            OptionalInt.of(value),
                            Readings.POLLUTANTS.stream().filter(primary::contains).toList(),
                            individual);
            case AirIndex.None _ ->
                    new DailyIndex(
                            Optional.of(standard.id()), OptionalInt.empty(), List.of(), individual);
        };
    }

    /** What a daily value of this pollutant is. */
    static Item item(Pollutant pollutant) {
        return pollutant == Pollutant.O3
                ? new Item(pollutant, AveragingPeriod.DAILY_MAX_EIGHT_HOURS)
                : Item.day(pollutant);
    }

    /** The unit in which the values of this pollutant are written. */
    static ConcentrationUnit unit(Pollutant pollutant) {
        return pollutant == Pollutant.CO
                ? ConcentrationUnit.MILLIGRAM_PER_CUBIC_METRE
                : ConcentrationUnit.MICROGRAM_PER_CUBIC_METRE;
    }
}
