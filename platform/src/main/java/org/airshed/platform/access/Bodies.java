package org.airshed.platform.access;

import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;

/**
 * The register of bodies, seats, mandates and data grants: the only source of rights. Every change
 * is an act within its scope. Nothing is removed; what ends keeps its history.
 */
public interface Bodies {
    Page<Body> bodies(Paging paging);

    Page<Seat> seats(Paging paging);

    Page<Mandate> mandates(Paging paging);

    Page<DataGrant> dataGrants(Paging paging);

    /** Sets up a body with its roles; the authority must cover the body's jurisdiction. */
    Body setUp(Authority authority, NewBody body);

    /** Ends a body, and with it what its seats and grants give. */
    void close(Authority authority, String body);

    /**
     * Seats a person in a body.
     *
     * @throws Refusal when the authority does not cover everything the seat gives
     */
    Seat giveSeat(
            Authority authority,
            UUID person,
            String body,
            String role,
            Optional<UUID> deputyOf,
            Validity validity);

    void endSeat(Authority authority, UUID seat);

    /** Gives a role of a body a mandate; its scope must lie within the authority's. */
    Mandate giveMandate(
            Authority authority,
            String body,
            String role,
            ActKind act,
            Scope scope,
            String source,
            Validity validity);

    void endMandate(Authority authority, UUID mandate);

    /**
     * Opens a dataset to a body, or to the public; its scope must lie within the authority's.
     *
     * @param body the body's code, or empty: the public
     */
    DataGrant grantData(
            Authority authority,
            Optional<String> body,
            Dataset dataset,
            Scope scope,
            String source,
            Validity validity);

    void endDataGrant(Authority authority, UUID grant);
}
