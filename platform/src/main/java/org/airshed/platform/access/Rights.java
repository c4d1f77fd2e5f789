package org.airshed.platform.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;

/** The questions about rights. Each is one set query over the same predicate. */
public interface Rights {
    /**
     * What allows the viewer this kind of act now, per jurisdiction; empty when no mandate of
     * theirs does anywhere.
     */
    Optional<Authority> findAuthority(Viewer viewer, ActKind kind);

    /** Which jurisdictions of a dataset are open to the viewer now. */
    Sight sight(Viewer viewer, Dataset dataset);

    /** The acts the viewer may perform somewhere now. */
    Set<ActKind> acts(Viewer viewer);

    /** The datasets the viewer may see somewhere now. */
    Set<Dataset> datasets(Viewer viewer);

    /**
     * What a person may do and see at a moment, and why. Told to the person and to those who may
     * see people of the person's jurisdiction; empty for others and for unknown persons.
     */
    Optional<List<Right>> findRightsOf(UUID person, Instant moment);

    /**
     * Who may perform an act over a jurisdiction, or see its rows of a dataset, at a moment, and
     * why. Only people whom the calling viewer may see are named.
     *
     * @param word the code of an {@link ActKind} or a {@link Dataset}
     */
    Page<Right> rightsOver(
            JurisdictionCode jurisdiction, boolean act, String word, Instant moment, Paging paging);
}
