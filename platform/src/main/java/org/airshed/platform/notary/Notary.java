package org.airshed.platform.notary;

import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;

/** Records official acts and shows them. */
public interface Notary {
    /**
     * Records an act in the transaction of the caller, which must be open and work on behalf of the
     * actor.
     *
     * @return the act's id
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a
     *     transaction
     * @throws IllegalArgumentException when the content is no JSON or too long
     */
    UUID record(ActDraft draft);

    /** The acts open to this sight, the latest first. */
    Page<Act> acts(Sight sight, ActFilter filter, Paging paging);

    /** The act, or empty when there is none or it is not open to this sight. */
    Optional<Act> findAct(Sight sight, UUID id);
}
