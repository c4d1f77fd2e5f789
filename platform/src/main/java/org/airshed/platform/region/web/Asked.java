package org.airshed.platform.region.web;

import java.util.Map;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Refusal;

/** What requests to this room name. */
final class Asked {
    private Asked() {}

    static JurisdictionCode jurisdiction(String value) {
        try {
            return new JurisdictionCode(value);
        } catch (IllegalArgumentException misshapen) {
            throw Refusal.badInput("region.code-misshapen", Map.of("value", value));
        }
    }
}
