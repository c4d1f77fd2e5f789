package org.airshed.platform.access;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.server.Refusal;

/** Sign-in: whose account, which password, and how often it failed. */
public interface Accounts {
    /** How an attempt to sign in ended. */
    sealed interface Attempt {
        record Accepted(Account account) implements Attempt {}

        /** The login or the password is wrong, or the account closed: never said which. */
        record Refused() implements Attempt {}

        /** Too many attempts failed; nothing was compared. */
        record Locked(Duration delay) implements Attempt {}
    }

    /** Tries a login and password from an address. An unknown login takes as long as a known. */
    Attempt attempt(String login, String password, String address);

    /** The account of a session's person. */
    Optional<Account> findAccount(UUID person);

    /** Whose account an identity provider's subject is linked to. */
    Optional<UUID> findLinked(String issuer, String subject);

    /** Who has this e-mail address. */
    Optional<UUID> findByEmail(String email);

    /**
     * Changes the viewer's own password and ends all their other sessions.
     *
     * @throws Refusal when the current password is wrong or the new one will not do
     */
    void changePassword(UUID person, String current, String replacement, String session);
}
