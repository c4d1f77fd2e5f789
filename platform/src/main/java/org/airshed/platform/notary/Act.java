package org.airshed.platform.notary;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * An act as it stands in the register.
 *
 * @param id in the order of recording (UUID version 7)
 * @param at when its transaction began
 * @param actor who acted
 * @param actorKind in what way
 * @param mandate the mandate that allowed it
 * @param kind the code of the kind of act; kinds of later versions stay readable
 * @param jurisdiction the code of the jurisdiction it was over, {@code "*"} for every one
 * @param subject what it changed
 * @param summary the code of the sentence that says it
 * @param arguments what the sentence names
 * @param content its content as canonical JSON
 * @param contentHash SHA-256 of the content's UTF-8 bytes, in hexadecimal
 * @param requestId the request it was done in, or empty
 * @param sequence its place in the tree, or empty while it waits for one
 */
public record Act(
        UUID id,
        Instant at,
        UUID actor,
        ActorKind actorKind,
        UUID mandate,
        String kind,
        String jurisdiction,
        String subject,
        String summary,
        Map<String, String> arguments,
        String content,
        String contentHash,
        Optional<String> requestId,
        OptionalLong sequence) {
    public Act {
        arguments = Map.copyOf(arguments);
    }
}
