package org.airshed.platform.observation;

import java.util.Optional;

/** The front door to what was observed. */
public interface Observations {
    /**
     * The readings the service holds; empty when nothing has been loaded yet, because this service
     * was given none.
     *
     * @throws org.airshed.platform.server.Refusal 503 while a load is still running, or when it
     *     failed, saying which
     */
    Optional<Readings> findReadings();
}
