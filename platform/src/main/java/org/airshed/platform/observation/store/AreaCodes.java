package org.airshed.platform.observation.store;

import java.time.Clock;
import java.util.Optional;
import org.airshed.platform.region.Jurisdiction;
import org.airshed.platform.region.Jurisdictions;
import org.airshed.platform.rights.JurisdictionCode;
import org.springframework.stereotype.Component;

/** Which jurisdiction the network means by an area's name: {@code "保定市"}. */
@Component
final class AreaCodes {
    private final Jurisdictions jurisdictions;
    private final Clock clock = Clock.systemUTC();

    AreaCodes(Jurisdictions jurisdictions) {
        this.jurisdictions = jurisdictions;
    }

    /** The name by which {@link #findByName} finds it. */
    String name(JurisdictionCode code) {
        return jurisdictions
                .findJurisdiction(code, clock.instant())
                .orElseThrow(() -> new IllegalStateException("no jurisdiction " + code))
                .name()
                .zh();
    }

    private Optional<Jurisdiction> findByCode(String area) {
        return area.matches("[0-9]{6}")
                ? jurisdictions.findJurisdiction(new JurisdictionCode(area), clock.instant())
                : Optional.empty();
    }

    /** Which jurisdiction is meant by a name, or by its code. */
    Optional<JurisdictionCode> findByName(String area) {
        return jurisdictions
                .findByName(area, clock.instant())
                .or(() -> findByCode(area))
                .map(Jurisdiction::code);
    }
}
