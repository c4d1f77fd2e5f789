package org.airshed.platform.observation.web;

import org.airshed.platform.server.Language;
import org.airshed.platform.server.Words;
import org.airshed.stationfiles.Expectation;
import org.airshed.stationfiles.Reject;

/** Rejects as sent: what was expected is said in the language of the request. */
record ExpectedWords(Words words, Language language) {
    private static final String PREFIX = "observation.expected.";

    ImportDocument.Rejected rejected(Reject reject) {
        return new ImportDocument.Rejected(
                reject.line(), reject.column(), reject.value(), say(reject.expectation()));
    }

    /** One kept before there were codes, or by a later version, has its English sentence only. */
    private String say(Expectation expectation) {
        String code = PREFIX + expectation.code();
        return words.findSentence(code, language).isPresent()
                ? words.say(code, expectation.arguments(), language)
                : expectation.sentence();
    }
}
