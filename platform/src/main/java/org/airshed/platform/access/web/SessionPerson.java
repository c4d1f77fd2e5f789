package org.airshed.platform.access.web;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Who a stored session is of; everything else is asked anew at each request. */
record SessionPerson(UUID person) implements Serializable, AuthenticatedPrincipal {
    @Override
    public String getName() {
        return person.toString();
    }
}
