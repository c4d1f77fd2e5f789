package org.airshed.platform.access;

import java.util.Optional;
import java.util.UUID;

/**
 * A person's place in a body.
 *
 * @param body the body's code
 * @param deputyOf the seat whose holder this one stands in for
 */
public record Seat(
        UUID id,
        UUID person,
        String body,
        String role,
        Optional<UUID> deputyOf,
        Validity validity) {}
