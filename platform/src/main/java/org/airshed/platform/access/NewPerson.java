package org.airshed.platform.access;

import java.util.Optional;

/** A person to be created; see {@link Person}. */
public record NewPerson(
        String login,
        String zhName,
        String enName,
        Optional<String> email,
        Scope jurisdiction,
        boolean demonstration) {}
