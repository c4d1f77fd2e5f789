package org.airshed.platform.rights;

/** No mandate of the actor allows this kind of act over this jurisdiction. */
public final class ActRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ActKind kind;
    private final JurisdictionCode jurisdiction;

    public ActRefused(ActKind kind, JurisdictionCode jurisdiction) {
        super("no mandate for " + kind.code() + " over jurisdiction " + jurisdiction);
        this.kind = kind;
        this.jurisdiction = jurisdiction;
    }

    public ActKind kind() {
        return kind;
    }

    public JurisdictionCode jurisdiction() {
        return jurisdiction;
    }
}
