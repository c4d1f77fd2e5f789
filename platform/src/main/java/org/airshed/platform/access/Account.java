package org.airshed.platform.access;

import java.util.UUID;

/**
 * What a session needs to know of its person.
 *
 * @param mustChangePassword whether the password they have is good for one sign-in only
 */
public record Account(
        UUID person,
        String login,
        String zhName,
        String enName,
        Scope jurisdiction,
        boolean demonstration,
        boolean disabled,
        boolean mustChangePassword) {}
