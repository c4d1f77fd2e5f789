package org.airshed.platform.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airshed.engine.substance.Species;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;

/** The front door to what was observed: the readings that stand, revisions applied. */
public interface Observations {
    /**
     * Which hours are held of these jurisdictions; empty when none is.
     *
     * @throws org.airshed.platform.server.Refusal 503 while the readings of a demonstration are
     *     still being loaded, or when that failed, saying which
     */
    Optional<Held> findHeld(Set<JurisdictionCode> jurisdictions);

    /**
     * The stations of these jurisdictions and what they read, from the hour that ends at {@code
     * first} to the one that ends at {@code last}. Row-level security leaves out what the viewer
     * may not see. A station stands as it stood at the last of the hours it stood in.
     *
     * @throws IllegalArgumentException for more than 400 days, or hours that do not end on the hour
     */
    Readings readings(Set<JurisdictionCode> jurisdictions, Instant first, Instant last);

    /** Stations by code, each as it stood last. */
    Page<Standing> stations(Optional<JurisdictionCode> of, Paging paging);

    /** The hours of a station between two, both included, the latest first. */
    Page<Hour> hours(String station, Instant first, Instant last, Paging paging);

    /**
     * What a station read of other species than the six, the latest hour first, by species within
     * an hour from the last of the alphabet; of one species or of all.
     */
    Page<OtherHour> otherHours(
            String station, Optional<Species> species, Instant first, Instant last, Paging paging);

    /**
     * The wind of a city's stations between two hours, both included.
     *
     * @throws IllegalArgumentException for more than 400 days
     */
    WindReadings wind(JurisdictionCode city, Instant first, Instant last);

    /** The hours of these jurisdictions between two, both included, that stand as revised. */
    List<RevisedHour> revised(Set<JurisdictionCode> jurisdictions, Instant first, Instant last);

    /** What the stations of these jurisdictions were, period by period, by code and time. */
    List<Standing> standings(Set<JurisdictionCode> jurisdictions);

    /** How often readings or stations have changed: whoever remembers an answer asks this. */
    long changes();
}
