package org.airshed.platform.bulletin;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * A version of a bulletin.
 *
 * @param id its id
 * @param series the id of its first version
 * @param version from 1; a correction is the next
 * @param template which kind
 * @param period the days it is about
 * @param places the cities it is about
 * @param content what it says
 * @param contentSha256 SHA-256 of what it says as the table holds it, hexadecimal
 * @param draftedBy who drafted it
 * @param editedBy who else wrote words of it
 * @param draftedAt when
 * @param state where it stands
 * @param acknowledged how many people have said that they read it
 */
public record Bulletin(
        UUID id,
        UUID series,
        int version,
        Template template,
        Period period,
        Set<JurisdictionCode> places,
        Content content,
        String contentSha256,
        UUID draftedBy,
        Set<UUID> editedBy,
        Instant draftedAt,
        State state,
        int acknowledged) {
    public Bulletin {
        places = Set.copyOf(places);
        editedBy = Set.copyOf(editedBy);
    }

    /** Where a bulletin stands. */
    public sealed interface State {
        /** Being written. */
        record Draft() implements State {}

        /** Found right by somebody other than who drafted it. */
        record Reviewed(UUID by, Instant at) implements State {}

        /** Numbered and issued; it stands. */
        record Issued(String number, UUID by, Instant at, UUID act, boolean superseded)
                implements State {}

        /** The word sent over the API. */
        default String code() {
            return switch (this) {
                case Draft() -> "draft";
                case Reviewed _ -> "reviewed";
                case Issued issued -> issued.superseded() ? "superseded" : "issued";
            };
        }
    }

    /** Why somebody may not review it; empty when they may. */
    public Optional<String> refusesReviewBy(UUID person) {
        if (!(state instanceof State.Draft)) {
            return Optional.of("bulletin.not-a-draft");
        }
        return wroteIn(person) ? Optional.of("bulletin.own-draft") : Optional.empty();
    }

    private boolean wroteIn(UUID person) {
        return draftedBy.equals(person) || editedBy.contains(person);
    }

    /** Why somebody may not issue it; empty when they may. */
    public Optional<String> refusesIssueBy(UUID person) {
        if (!(state instanceof State.Reviewed)) {
            return Optional.of("bulletin.not-reviewed");
        }
        return wroteIn(person) ? Optional.of("bulletin.own-draft") : Optional.empty();
    }

    /** Why it cannot be changed; empty when it can. */
    public Optional<String> refusesChange() {
        return state instanceof State.Draft
                ? Optional.empty()
                : Optional.of("bulletin.not-a-draft");
    }

    /** Why no correction can be made of it; empty when one can. */
    public Optional<String> refusesCorrection() {
        return state instanceof State.Issued issued && !issued.superseded()
                ? Optional.empty()
                : Optional.of("bulletin.not-issued");
    }
}
