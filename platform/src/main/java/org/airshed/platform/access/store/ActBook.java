package org.airshed.platform.access.store;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.access.Scope;
import org.airshed.platform.notary.ActDraft;
import org.airshed.platform.notary.Notary;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks an act's scope against its authority and has the notary record it in the transaction. */
@Component
class ActBook {
    private final JdbcClient jdbc;
    private final Notary notary;

    ActBook(JdbcClient jdbc, Notary notary) {
        this.jdbc = jdbc;
        this.notary = notary;
    }

    /**
     * Records an act over a scope.
     *
     * @param subject what was changed, as {@code access.person/…}
     * @param summary the code of the sentence that says what was done
     * @param arguments what the sentence names; recorded as the content too
     */
    void record(
            Authority authority,
            Scope scope,
            String subject,
            String summary,
            Map<String, String> arguments) {
        notary.record(
                new ActDraft(
                        authority.actor(),
                        authority.kind(),
                        mandate(authority, scope),
                        scope instanceof Scope.Subtree(JurisdictionCode root)
                                ? Optional.of(root)
                                : Optional.empty(),
                        subject,
                        summary,
                        arguments,
                        arguments));
    }

    /** The mandate that allows the act over all of the scope. */
    UUID mandate(Authority authority, Scope scope) {
        return switch (scope) {
            case Scope.Subtree(JurisdictionCode root) -> authority.mandate(root);
            case Scope.Everywhere() ->
                    authority
                            .everywhere()
                            .orElseThrow(() ->
                                    Refusal.forbidden(
                                            "access.not-everywhere",
                                            Map.of("act", authority.kind().code())));
        };
    }

    /** Whether the authority covers all of the scope. */
    boolean covers(Authority authority, Scope scope) {
        return switch (scope) {
            case Scope.Subtree(JurisdictionCode root) -> authority.findMandate(root).isPresent();
            case Scope.Everywhere() -> authority.everywhere().isPresent();
        };
    }

    /** Refuses a scope whose jurisdiction is not in the tree now. */
    void mustExist(Scope scope, String place) {
        if (!(scope instanceof Scope.Subtree(JurisdictionCode root))) {
            return;
        }
        Optional<Integer> found =
                jdbc.sql("select 1 from access.jurisdiction_in_force(now()) where code = :code")
                        .param("code", root.value())
                        .query(Integer.class)
                        .optional();
        if (found.isEmpty()) {
            throw Refusal.badInput(
                    "access.jurisdiction-unknown", Map.of("place", place, "value", root.value()));
        }
    }
}
