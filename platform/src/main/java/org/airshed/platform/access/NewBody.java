package org.airshed.platform.access;

import java.util.List;

/** A body to be set up; see {@link Body}. */
public record NewBody(
        String code,
        String zhName,
        String enName,
        String kind,
        Scope jurisdiction,
        Validity validity,
        List<Body.Role> roles) {
    public NewBody {
        roles = List.copyOf(roles);
    }
}
