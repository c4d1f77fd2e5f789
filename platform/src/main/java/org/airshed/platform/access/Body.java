package org.airshed.platform.access;

import java.util.List;
import java.util.UUID;

/**
 * A body that holds mandates: a leading group, an office, a working group, a bureau.
 *
 * @param code its short name, stable for ever
 * @param kind what sort of body it is, in the compact's own words
 * @param jurisdiction where it belongs
 */
public record Body(
        UUID id,
        String code,
        String zhName,
        String enName,
        String kind,
        Scope jurisdiction,
        Validity validity,
        List<Role> roles) {
    public Body {
        roles = List.copyOf(roles);
    }

    /** What somebody can be within a body. */
    public record Role(String code, String zhName, String enName) {}
}
