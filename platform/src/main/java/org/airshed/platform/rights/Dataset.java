package org.airshed.platform.rights;

/** What data a grant opens. The list is closed: a room that brings a new dataset adds it here. */
public enum Dataset {
    /** Published indices and concentrations of cities and stations. */
    PUBLISHED_AIR("air.published"),
    /** Readings as received, with flags and revisions. */
    READINGS("observation.readings"),
    /** The register of official acts. */
    ACTS("notary.acts"),
    /** People, seats and mandates. */
    PEOPLE("access.people");

    private final String code;

    Dataset(String code) {
        this.code = code;
    }

    /** The word stored, notarised and sent over the API. */
    public String code() {
        return code;
    }
}
