package org.airshed.engine.substance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SpeciesTest {
    private static final List<String> UNITS =
            List.of("ug/m3", "ng/m3", "ppb", "degC", "hPa", "%", "mm", "m/s", "deg");

    @Test
    void theRegisterIsWellFormed() {
        assertThat(Species.all()).hasSizeGreaterThan(100);
        assertThat(Species.all())
                .allSatisfy(species -> {
                    assertThat(species.code()).matches("[a-z0-9][a-z0-9_]{0,31}");
                    assertThat(species.zh()).matches(".*\\p{IsHan}.*");
                    assertThat(species.unit()).isIn(UNITS);
                    assertThat(species.decimals()).isBetween(0, 6);
                    assertThat(species.least()).isLessThan(species.largest());
                });
        assertThat(Species.all().stream().map(Species::zh).distinct()).hasSameSizeAs(Species.all());
    }

    @Test
    void everyKindIsThereAndPamsHasItsCompounds() {
        Map<Species.Kind, Long> kinds =
                Species.all().stream()
                        .collect(Collectors.groupingBy(Species::kind, Collectors.counting()));
        assertThat(kinds).containsOnlyKeys(Species.Kind.values());
        assertThat(kinds).containsEntry(Species.Kind.VOC, 56L);
    }

    @Test
    void noneIsOneOfTheSixUnderTheSameCode() {
        for (String six : List.of("so2", "no2", "co", "o3", "pm10", "pm2_5")) {
            assertThat(Species.findByCode(six)).isEmpty();
        }
    }

    @Test
    void aValueIsADecimalOfItsUnit() {
        assertThat(Species.findByCode("temperature").orElseThrow().decimal(-700))
                .isEqualByComparingTo("-0.7");
    }
}
