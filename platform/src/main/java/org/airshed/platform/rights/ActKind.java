package org.airshed.platform.rights;

/**
 * What an official act does. A mandate allows one kind of act over one part of the jurisdiction
 * tree; the notary records the kind with every act. The list is closed: a room that brings a new
 * act adds its kind here.
 */
public enum ActKind {
    /** Create, disable, rename people; unlock their accounts. */
    MANAGE_PEOPLE("access.people.manage"),
    /** Set up bodies, give and end seats, mandates. */
    MANAGE_MANDATES("access.mandates.manage"),
    /** Give and end data grants. */
    GRANT_DATA("access.data.grant"),
    /** Issue and revoke the API keys of one's own jurisdiction. */
    ISSUE_API_KEY("access.api-key.issue"),
    /** Load or replace jurisdictions, boundaries and populations. */
    CHANGE_REGION("region.change"),
    /** Load observations. */
    IMPORT_OBSERVATIONS("observation.import"),
    /** Keep the register of stations: correct what a station is, enter and end its instruments. */
    KEEP_STATIONS("observation.station.keep"),
    /** Claim that an exceptional event, dust or fire, is behind the readings of some days. */
    CLAIM_EVENT("evaluation.event.claim"),
    /** Accept or refuse such a claim of others. */
    DECIDE_EVENT("evaluation.event.decide"),
    /** Draft and edit bulletins. */
    DRAFT_BULLETIN("bulletin.draft"),
    /** Review and issue bulletins drafted by others. */
    ISSUE_BULLETIN("bulletin.issue");

    private final String code;

    ActKind(String code) {
        this.code = code;
    }

    /** The word stored, notarised and sent over the API. */
    public String code() {
        return code;
    }
}
