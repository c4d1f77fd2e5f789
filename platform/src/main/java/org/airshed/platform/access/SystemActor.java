package org.airshed.platform.access;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.ActRefused;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.PlatformActor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The platform acting for itself: in jobs, at start. It is a person like others, with a seat, and
 * mandates recorded in the register; nobody can sign in as it.
 */
@Component
public class SystemActor implements PlatformActor {
    /** The person row the installation creates. */
    public static final UUID PERSON = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private static final Viewer VIEWER = new Viewer.SignedIn(PERSON);
    private final CurrentViewer current;
    private final Rights rights;

    SystemActor(CurrentViewer current, Rights rights) {
        this.current = current;
        this.rights = rights;
    }

    /** Does the work with the platform's own sight. */
    public <R extends @Nullable Object> R see(Supplier<? extends R> work) {
        return current.as(VIEWER, work::get);
    }

    @Override
    public <R extends @Nullable Object> R act(ActKind kind, Function<Authority, ? extends R> work) {
        return current.as(
                VIEWER,
                () -> {
                    Authority authority =
                            rights.findAuthority(VIEWER, kind)
                                    .orElseThrow(() ->
                                            new ActRefused(kind, new JurisdictionCode("platform")));
                    return work.apply(authority);
                });
    }
}
