package org.airshed.platform.access;

import java.time.Instant;

/** Whether a person can sign in now. */
public sealed interface Standing {
    /** They can. */
    record Active() implements Standing {}

    /** Not before a moment: too many attempts failed. */
    record Locked(Instant until) implements Standing {}

    /** No longer: their account was closed, and with it every right of their seats. */
    record Disabled(Instant since) implements Standing {}
}
