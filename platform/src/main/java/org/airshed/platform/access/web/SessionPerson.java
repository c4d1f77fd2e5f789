package org.airshed.platform.access.web;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who a stored session is of; everything else is asked anew at each request.
 *
 * @param byProvider whether an identity provider vouched for them, so that the password they have
 *     here, good for one sign-in or not, is not what let them in
 */
record SessionPerson(UUID person, boolean byProvider)
        implements Serializable, AuthenticatedPrincipal {
    @Override
    public String getName() {
        return person.toString();
    }
}
