package org.airshed.platform.access;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who works with the platform.
 *
 * @param jurisdiction whose staff they are
 * @param demonstration whether they exist only to show the platform
 */
public record Person(
        UUID id,
        String login,
        String zhName,
        String enName,
        Optional<String> email,
        Scope jurisdiction,
        Standing standing,
        boolean demonstration) {}
