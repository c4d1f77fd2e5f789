package org.airshed.platform.notary;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * An act about to be recorded.
 *
 * @param actor who acts
 * @param kind what kind of act it is
 * @param mandate the mandate that allows it
 * @param jurisdiction where; empty: over every jurisdiction
 * @param subject what it changes, as room.thing/id: {@code "region.compact/bth-2026"}
 * @param summary the code of the sentence that says it, in the room's word files
 * @param arguments what the sentence names
 * @param content what was decided, entered or changed: anything that becomes JSON of at most {@link
 *     #LONGEST_CONTENT} characters; of a bulk import its hashes and counts
 */
public record ActDraft(
        UUID actor,
        ActKind kind,
        UUID mandate,
        Optional<JurisdictionCode> jurisdiction,
        String subject,
        String summary,
        Map<String, String> arguments,
        Object content) {
    public static final int LONGEST_CONTENT = 256 * 1024;
    private static final int LONGEST_SUBJECT = 200;

    public ActDraft {
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException(
                    "expected a subject of 1 to "
                            + LONGEST_SUBJECT
                            + " characters, got "
                            + subject);
        }
        arguments = Map.copyOf(arguments);
    }

    /**
     * An act over one jurisdiction.
     *
     * @throws org.airshed.platform.rights.ActRefused when the authority does not reach there
     */
    public static ActDraft over(
            Authority authority,
            JurisdictionCode jurisdiction,
            String subject,
            String summary,
            Map<String, String> arguments,
            Object content) {
        return new ActDraft(
                authority.actor(),
                authority.kind(),
                authority.mandate(jurisdiction),
                Optional.of(jurisdiction),
                subject,
                summary,
                arguments,
                content);
    }
}
