package org.airshed.engine.substance;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PollutantTest {

    @Property
    void everyPollutantIsFoundByItsCode(@ForAll Pollutant pollutant) {
        assertThat(Pollutant.findByCode(pollutant.code())).contains(pollutant);
    }

    @Test
    void anUnknownCodeFindsNothing() {
        assertThat(Pollutant.findByCode("pm25")).isEmpty();
    }
}
