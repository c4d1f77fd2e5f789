package org.airshed.platform.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;

/** The front door to flags. */
public interface Quality {
    /**
     * These readings without the values flagged bad or missing, as far as the viewer sees flags.
     */
    Readings usable(Readings readings);

    /** The values of these jurisdictions between two hours, both included, that are not good. */
    List<FlaggedValue> flagged(Set<JurisdictionCode> jurisdictions, Instant first, Instant last);

    /** The values that are not good, of all stations or of one, the latest hours first. */
    Page<FlaggedValue> flags(Optional<String> station, Paging paging);
}
