package org.airshed.engine.airquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.quantity.ConcentrationUnit;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;

/** Laws every edition obeys, whatever its numbers. */
class Hj633LawsTest {

    /** A cleaner item never has the higher index. */
    @Property
    void theIndexNeverFallsWhenTheConcentrationRises(
            @ForAll("editions") Hj633 edition,
            @ForAll("columns") Item column,
            @ForAll @IntRange(max = 4_000_000) int low_thousandths,
            @ForAll @IntRange(max = 4_000_000) int more_thousandths) {
        var low = edition.subIndex(column, concentration(column, low_thousandths)).index();
        var high =
                edition.subIndex(
                                column,
                                concentration(column, (long) low_thousandths + more_thousandths))
                        .index();
        if (low.isPresent() && high.isPresent()) {
            assertThat(high.getAsInt()).isGreaterThanOrEqualTo(low.getAsInt());
        }
        low.ifPresent(index -> assertThat(index).isBetween(0, 500));
    }

    /** The integer path and the decimal path agree, and the AQI is the highest of its items. */
    @Property
    void manyRowsAndOneRowGiveTheSameIndex(
            @ForAll("editions") Hj633 edition, @ForAll("rows") int[] means_thousandths) {
        HourlyIndex fast = edition.hourlyAsPublished();
        Map<Item, Concentration> observed = new HashMap<>();
        int highest = HourlyIndex.NO_INDEX;
        for (int column = 0; column < HourlyIndex.WIDTH; column++) {
            if (means_thousandths[column] != Thousandths.ABSENT) {
                Item item = Item.hour(HourlyIndex.POLLUTANTS.get(column));
                observed.put(item, concentration(item, means_thousandths[column]));
                highest = Math.max(highest, fast.subIndex(column, means_thousandths[column]));
            }
        }
        AirIndex slow = edition.report(ReportForm.AS_PUBLISHED_BY_CNEMC, observed).aqi();
        int aqi = fast.aqi(means_thousandths, 0);
        switch (slow) {
            case AirIndex.Value value -> {
                assertThat(aqi).isEqualTo(value.value());
                assertThat(aqi).isEqualTo(Math.max(highest, edition == newest() ? 1 : 0));
                assertThat(fast.primary(means_thousandths, 0)).isEqualTo(value.primary());
            }
            case AirIndex.None none -> assertThat(aqi).isEqualTo(HourlyIndex.NO_INDEX);
        }
    }

    @Provide
    Arbitrary<Hj633> editions() {
        return Arbitraries.of(Hj633.editions());
    }

    @Provide
    Arbitrary<Item> columns() {
        return Arbitraries.of(newest().items());
    }

    @Provide
    Arbitrary<int[]> rows() {
        return Arbitraries.oneOf(
                        Arbitraries.just(Thousandths.ABSENT),
                        Arbitraries.integers().between(0, 900_000))
                .array(int[].class)
                .ofSize(HourlyIndex.WIDTH);
    }

    private static Hj633 newest() {
        return Hj633.editions().getLast();
    }

    private static Concentration concentration(Item item, long thousandths) {
        return Concentration.ofThousandths(
                thousandths,
                item.pollutant() == Pollutant.CO
                        ? ConcentrationUnit.MILLIGRAM_PER_CUBIC_METRE
                        : ConcentrationUnit.MICROGRAM_PER_CUBIC_METRE);
    }
}
