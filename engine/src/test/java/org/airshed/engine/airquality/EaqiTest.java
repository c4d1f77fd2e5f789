package org.airshed.engine.airquality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.airshed.engine.edition.Confidence;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.substance.Pollutant;
import org.junit.jupiter.api.Test;

class EaqiTest {
    private static final Eaqi REVISED = Eaqi.edition("EAQI-2024");

    private static int band(Pollutant pollutant, String ugm3) {
        return REVISED.subIndex(Item.hour(pollutant), Concentration.ugm3(ugm3))
                .index()
                .orElseThrow();
    }

    @Test
    void everyRevisedBoundIsTheEndOfItsBand() {
        Map<Pollutant, String[]> bounds =
                Map.of(
                        Pollutant.PM2_5, new String[] {"5", "15", "50", "90", "140"},
                        Pollutant.PM10, new String[] {"15", "45", "120", "195", "270"},
                        Pollutant.NO2, new String[] {"10", "25", "60", "100", "150"},
                        Pollutant.O3, new String[] {"60", "100", "120", "160", "180"},
                        Pollutant.SO2, new String[] {"20", "40", "125", "190", "275"});
        bounds.forEach((pollutant, ends) -> {
            for (int band = 1; band <= 5; band++) {
                assertThat(band(pollutant, ends[band - 1])).isEqualTo(band);
                assertThat(band(pollutant, ends[band - 1] + ".1")).isEqualTo(band + 1);
            }
        });
    }

    @Test
    void theWorstBandIsTheIndex() {
        assertThat(
                        REVISED.index(
                                Map.of(
                                        Item.hour(Pollutant.PM2_5), Concentration.ugm3("51"),
                                        Item.hour(Pollutant.O3), Concentration.ugm3("121"),
                                        Item.hour(Pollutant.NO2), Concentration.ugm3("5"))))
                .isEqualTo(
                        new AirIndex.Value(
                                4,
                                REVISED.scale().level(4),
                                Set.of(Pollutant.O3, Pollutant.PM2_5)));
        assertThat(REVISED.scale().level(4).nameEn()).isEqualTo("Poor");
    }

    @Test
    void nothingObservedHasNoIndex() {
        assertThat(REVISED.index(Map.of())).isInstanceOf(AirIndex.None.class);
        assertThat(REVISED.index(Map.of(Item.hour(Pollutant.CO), Concentration.mgm3("1"))))
                .isInstanceOf(AirIndex.None.class);
    }

    @Test
    void theOldBandsMustBeAskedForByName() {
        assertThat(Eaqi.findInForce(LocalDate.of(2026, 1, 1))).contains(REVISED);
        assertThat(Eaqi.findInForce(LocalDate.of(2020, 1, 1))).isEmpty();
        Eaqi old = Eaqi.edition("EAQI-2017");
        assertThat(old.provenance().confidence()).isEqualTo(Confidence.M);
        assertThat(old.subIndex(Item.day(Pollutant.PM2_5), Concentration.ugm3("20.1")).index())
                .hasValue(3);
    }

    @Property
    void theBandNeverFallsAsTheConcentrationRises(
            @ForAll @IntRange(min = 0, max = 400) int value,
            @ForAll @IntRange(min = 0, max = 400) int more) {
        assertThat(band(Pollutant.PM10, "" + (value + more)))
                .isGreaterThanOrEqualTo(band(Pollutant.PM10, "" + value));
    }
}
