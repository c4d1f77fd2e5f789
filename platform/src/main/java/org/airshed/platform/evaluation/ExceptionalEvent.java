package org.airshed.platform.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * Days whose readings dust or fire made, not the jurisdiction's own emissions.
 *
 * @param id its id
 * @param jurisdiction the city
 * @param kind {@code dust} or {@code fire}
 * @param pollutants those it affects
 * @param firstDay the first day it affects
 * @param lastDay the last one, at most 31 days in all
 * @param evidence what shows it, in words and references
 * @param claimedBy who claimed it
 * @param claimedAt when
 * @param claimAct the act of the claim
 * @param state where it stands
 */
public record ExceptionalEvent(
        UUID id,
        JurisdictionCode jurisdiction,
        String kind,
        Set<Pollutant> pollutants,
        LocalDate firstDay,
        LocalDate lastDay,
        String evidence,
        UUID claimedBy,
        Instant claimedAt,
        UUID claimAct,
        State state) {
    public ExceptionalEvent {
        pollutants = Set.copyOf(pollutants);
    }

    /** Where a claim stands. */
    public sealed interface State {
        /** Nobody has decided yet: statistics count the days. */
        record Claimed() implements State {}

        /** Decided by another person, with a reason. */
        record Decided(boolean accepted, UUID by, Instant at, String reason, UUID act)
                implements State {}

        /** The word sent over the API. */
        default String code() {
            return switch (this) {
                case Claimed() -> "claimed";
                case Decided(var accepted, _, _, _, _) -> accepted ? "accepted" : "refused";
            };
        }
    }

    /** What somebody claims. */
    public record Claim(
            JurisdictionCode jurisdiction,
            String kind,
            Set<Pollutant> pollutants,
            LocalDate firstDay,
            LocalDate lastDay,
            String evidence) {
        public Claim {
            pollutants = Set.copyOf(pollutants);
        }
    }

    /** Why a claim cannot be decided by somebody; empty when they may. Four eyes. */
    public Optional<String> refusesDecisionBy(UUID person) {
        if (!(state instanceof State.Claimed)) {
            return Optional.of("evaluation.event-decided");
        }
        return claimedBy.equals(person)
                ? Optional.of("evaluation.event-own-claim")
                : Optional.empty();
    }
}
