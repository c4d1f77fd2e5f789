package org.airshed.platform.bulletin;

import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;

/**
 * The life of bulletins. Whoever may not do an act is refused; what cannot be done, too, with why.
 */
public interface Bulletins {
    /** The bulletins open to the viewer: issued ones, and drafts for who drafts and issues. */
    Page<Bulletin> bulletins(Paging paging);

    /**
     * One of them.
     *
     * @throws org.airshed.platform.server.Refusal (404) when there is none the viewer may see
     */
    Bulletin bulletin(UUID id);

    /**
     * Drafts a bulletin on the cities of the authority that have readings in the period.
     *
     * @throws org.airshed.platform.server.Refusal (400) when there are none, or the period does not
     *     fit the template
     */
    Bulletin draft(Authority authority, Template template, Period period);

    /** Puts a person's words into a section of a draft. */
    Bulletin edit(Authority authority, UUID id, String section, BilingualText text);

    /** Renews the figures of a draft and keeps what people wrote. */
    Bulletin redraft(Authority authority, UUID id);

    /**
     * Finds a draft of somebody else right.
     *
     * @param read the SHA-256 of the content that was read; when it is another by now the review is
     *     refused. Empty: whatever stands
     */
    Bulletin review(Authority authority, UUID id, Optional<String> read);

    /** Gives a reviewed bulletin back to its author: it is a draft again. */
    Bulletin giveBack(Authority authority, UUID id);

    /** Numbers and issues a reviewed bulletin of somebody else; it stands from then on. */
    Bulletin issue(Authority authority, UUID id);

    /** Opens the next version of an issued bulletin as a draft. */
    Bulletin correct(Authority authority, UUID id);

    /** Says that the viewer has read an issued bulletin. */
    Bulletin acknowledge(Sight sight, UUID id);
}
