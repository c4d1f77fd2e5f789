package org.airshed.engine.quantity;

import static org.airshed.engine.quantity.ConcentrationUnit.MICROGRAM_PER_CUBIC_METRE;
import static org.airshed.engine.quantity.ConcentrationUnit.MILLIGRAM_PER_CUBIC_METRE;
import static org.airshed.engine.quantity.ConcentrationUnit.PARTS_PER_BILLION;
import static org.airshed.engine.quantity.ConcentrationUnit.PARTS_PER_MILLION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.airshed.engine.edition.Confidence;
import org.airshed.engine.substance.Pollutant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcentrationTest {
    private static final GasConversions AT_25C = GasConversions.at25CelsiusAnd1Atmosphere();

    /** Published case: EU and US reporting practice at 25 °C and 1 atm. */
    @ParameterizedTest
    @CsvSource({"O3,1.962", "NO2,1.88", "SO2,2.62"})
    void onePartPerBillionWeighsWhatIsPublished(Pollutant gas, BigDecimal ugm3) {
        Concentration one = new Concentration(BigDecimal.ONE, PARTS_PER_BILLION);
        assertThat(one.to(MICROGRAM_PER_CUBIC_METRE, gas, AT_25C))
                .isEqualByComparingTo(new Concentration(ugm3, MICROGRAM_PER_CUBIC_METRE));
    }

    @Test
    void onePartPerMillionOfCarbonMonoxideWeighsWhatIsPublished() {
        Concentration one = new Concentration(BigDecimal.ONE, PARTS_PER_MILLION);
        assertThat(one.to(MILLIGRAM_PER_CUBIC_METRE, Pollutant.CO, AT_25C))
                .isEqualByComparingTo(Concentration.mgm3("1.145"));
        assertThat(AT_25C.findProvenance(Pollutant.CO).orElseThrow().confidence())
                .isEqualTo(Confidence.B);
    }

    @Property
    void thereAndBackGivesTheSameConcentration(@ForAll @IntRange(max = 2_000_000) int thousandths) {
        Concentration mass = Concentration.ofThousandths(thousandths, MICROGRAM_PER_CUBIC_METRE);
        Concentration back =
                mass.to(PARTS_PER_MILLION, Pollutant.O3, AT_25C)
                        .to(MICROGRAM_PER_CUBIC_METRE, Pollutant.O3, AT_25C);
        assertThat(back.halfToEven(20)).isEqualByComparingTo(mass);
        assertThat(mass.to(MILLIGRAM_PER_CUBIC_METRE).to(MICROGRAM_PER_CUBIC_METRE))
                .isEqualByComparingTo(mass);
    }

    @Test
    void aTenthOfAMilligramIsExactlyAHundredMicrograms() {
        assertThat(Concentration.mgm3("0.1").to(MICROGRAM_PER_CUBIC_METRE).value())
                .isEqualByComparingTo("100");
    }

    @Test
    void massDoesNotBecomeVolumeWithoutAGas() {
        assertThatThrownBy(() -> Concentration.ugm3("1").to(PARTS_PER_BILLION))
                .hasMessage(
                        "expected a unit of MASS to convert 1 ug/m3 without naming the gas, got"
                                + " ppb");
    }

    @Test
    void particlesHaveNoVolume() {
        assertThatThrownBy(
                        () -> Concentration.ugm3("1").to(PARTS_PER_BILLION, Pollutant.PM10, AT_25C))
                .hasMessageContaining("got PM10");
    }

    @Test
    void unitsAreReadAsPeopleWriteThem() {
        assertThat(ConcentrationUnit.findByCode("µg/m³")).contains(MICROGRAM_PER_CUBIC_METRE);
        assertThat(ConcentrationUnit.findByCode("ug/m3")).contains(MICROGRAM_PER_CUBIC_METRE);
        assertThat(ConcentrationUnit.findByCode("g/m3")).isEmpty();
    }
}
