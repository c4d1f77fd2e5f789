package org.airshed.platform.observation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.Words;
import org.airshed.stationfiles.Expectation;
import org.airshed.stationfiles.Reject;
import org.junit.jupiter.api.Test;

class ExpectedWordsTest {
    private static String said(Expectation expectation) {
        return new ExpectedWords(new Words(), Language.ZH)
                .rejected(new Reject("a.csv", 2, "longitude", "999", expectation))
                .expected();
    }

    @Test
    void aCodeIsSaidInTheLanguageAsked() {
        assertThat(said(new Expectation("degrees", "", Map.of("limit", "180"))))
                .isEqualTo("-180 至 180 的度数");
    }

    @Test
    void whatWasKeptBeforeThereWereCodesKeepsItsWords() {
        assertThat(said(Expectation.inWords("a value"))).isEqualTo("a value");
    }

    @Test
    void aCodeOfALaterVersionIsSaidAsItWasKept() {
        assertThat(said(new Expectation("from-later", "a later value", Map.of("a", "1"))))
                .isEqualTo("a later value");
    }
}
