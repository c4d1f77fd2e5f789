package org.airshed.platform.rights;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The platform acting for itself, at start and in jobs. Room {@code access} provides it; rooms
 * below {@code access} ask for it by this type.
 */
public interface PlatformActor {
    /**
     * Performs an act as the platform, with the platform's own sight.
     *
     * @throws ActRefused when the platform's mandate for the act was ended
     */
    <R extends @Nullable Object> R act(ActKind kind, Function<Authority, ? extends R> work);
}
