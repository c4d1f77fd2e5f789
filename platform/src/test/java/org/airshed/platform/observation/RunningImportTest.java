package org.airshed.platform.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.airshed.platform.observation.RunningImport.Stage;
import org.junit.jupiter.api.Test;

class RunningImportTest {
    private static final Instant BEGAN = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void theStagesFillTheWholeOneAfterTheOther() {
        assertThat(Stage.WAITING.share(1)).isZero();
        for (int stage = 1; stage < Stage.values().length; stage++) {
            assertThat(Stage.values()[stage].share(0))
                    .isEqualTo(Stage.values()[stage - 1].share(1), within(1e-12));
        }
        assertThat(Stage.DERIVING.share(1)).isEqualTo(1, within(1e-12));
    }

    @Test
    void halfDoneInTenSecondsIsTenSecondsToGo() {
        var half = new RunningImport("a.csv", BEGAN, Stage.STORING, 1000, 0.5);

        assertThat(half.secondsLeft(BEGAN.plusSeconds(10)).orElseThrow())
                .isEqualTo(10, within(1e-9));
        assertThat(half.rowsPerSecond(BEGAN.plusSeconds(10)).orElseThrow())
                .isEqualTo(100, within(1e-9));
    }

    @Test
    void nothingIsPromisedBeforeThereIsSomethingToGoBy() {
        var begun = new RunningImport("a.csv", BEGAN, Stage.READING, 0, 0.01);

        assertThat(begun.secondsLeft(BEGAN.plusSeconds(1))).isEmpty();
        assertThat(begun.rowsPerSecond(BEGAN.plusSeconds(1))).isEmpty();
    }
}
