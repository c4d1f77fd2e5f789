package org.airshed.platform.access;

import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.rights.Dataset;

/**
 * Which data a body, or the public, may see of which jurisdictions.
 *
 * @param body the body's code, or empty: the public
 * @param source the text that gives it: a sharing agreement's article
 */
public record DataGrant(
        UUID id,
        Optional<String> body,
        Dataset dataset,
        Scope scope,
        String source,
        Validity validity) {}
