package org.airshed.platform.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That somebody may do or see something, with the reason.
 *
 * @param kind {@code act} or {@code dataset}
 * @param word the code of the act or dataset
 * @param basis the mandate or data grant it rests on
 * @param basisFrom since when the mandate or grant holds
 * @param source the text behind the mandate or grant
 * @param holder who holds it and by which seat, or empty: everybody
 */
public record Right(
        String kind,
        String word,
        Scope scope,
        UUID basis,
        Instant basisFrom,
        String source,
        Validity validity,
        Optional<Holder> holder) {

    /** The person, and the seat through which they hold the right. */
    public record Holder(
            UUID person,
            String login,
            Named name,
            UUID seat,
            String body,
            Named bodyName,
            String role,
            Named roleName) {}

    /** A name in both languages. */
    public record Named(String zh, String en) {}
}
