package org.airshed.platform.access;

import java.util.UUID;
import org.airshed.platform.rights.ActKind;

/**
 * What a role of a body may do, where, and on the strength of which text.
 *
 * @param body the body's code
 * @param source the text that gives it: an agreement's article, a resolution's number
 */
public record Mandate(
        UUID id,
        String body,
        String role,
        ActKind act,
        Scope scope,
        String source,
        Validity validity) {}
