package org.airshed.platform.evaluation.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.airshed.platform.region.Jurisdiction;
import org.airshed.platform.region.Jurisdictions;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;
import org.springframework.stereotype.Component;

/**
 * What cities are called, remembered for a minute: a map asks for the same names hour by hour. A
 * city without an entry is called by its code.
 */
@Component
final class CityNames {
    private final Jurisdictions jurisdictions;
    private final Clock clock = Clock.systemUTC();
    private final Cache<JurisdictionCode, BilingualText> names =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    CityNames(Jurisdictions jurisdictions) {
        this.jurisdictions = jurisdictions;
    }

    BilingualText name(JurisdictionCode city) {
        return names.get(
                city,
                code ->
                        jurisdictions
                                .findJurisdiction(code, clock.instant())
                                .map(Jurisdiction::name)
                                .orElseGet(() -> new BilingualText(code.value(), code.value())));
    }
}
