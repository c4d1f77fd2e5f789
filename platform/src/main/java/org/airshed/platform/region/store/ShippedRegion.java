package org.airshed.platform.region.store;

import java.io.IOException;
import org.airshed.platform.region.Boundaries;
import org.airshed.platform.region.Compacts;
import org.airshed.platform.region.Jurisdictions;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.PlatformActor;
import org.airshed.platform.server.Mode;
import org.airshed.platform.server.ServiceSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Enters at start what comes with the platform and is not yet there: jurisdictions, their
 * boundaries when the pages were built, and in a demonstration its compact. Each is an act of the
 * platform.
 */
@Component
@Order(ShippedRegion.ORDER)
class ShippedRegion implements ApplicationRunner {
    /** Before the rooms that load observations, which name jurisdictions. */
    static final int ORDER = 100;

    private static final Logger LOG = LoggerFactory.getLogger(ShippedRegion.class);
    private static final Resource BOUNDARIES =
            new ClassPathResource("META-INF/resources/boundaries/prefectures.geojson");

    private final Jurisdictions jurisdictions;
    private final Compacts compacts;
    private final Boundaries boundaries;
    private final ServiceSettings settings;
    private final ObjectProvider<PlatformActor> platform;

    ShippedRegion(
            Jurisdictions jurisdictions,
            Compacts compacts,
            Boundaries boundaries,
            ServiceSettings settings,
            ObjectProvider<PlatformActor> platform) {
        this.jurisdictions = jurisdictions;
        this.compacts = compacts;
        this.boundaries = boundaries;
        this.settings = settings;
        this.platform = platform;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        PlatformActor actor = platform.getIfAvailable();
        if (actor == null) {
            LOG.warn("no room lets the platform act for itself: nothing shipped was entered");
            return;
        }
        // One act at a time: the platform's reach grows with the tree it has just entered.
        actor.act(
                ActKind.CHANGE_REGION,
                authority ->
                        jurisdictions.enter(
                                authority, ShippedJurisdictions.read().jurisdictions()));
        actor.act(ActKind.CHANGE_REGION, this::enterBoundaries);
        if (settings.mode() == Mode.DEMO) {
            actor.act(
                    ActKind.CHANGE_REGION,
                    authority ->
                            compacts.enter(authority, ShippedJurisdictions.read().demonstration()));
        }
    }

    private int enterBoundaries(Authority authority) {
        if (!BOUNDARIES.exists()) {
            LOG.info("no boundaries come with this build: module web was skipped");
            return 0;
        }
        try {
            return boundaries.importFile(authority, BOUNDARIES.getContentAsByteArray());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
