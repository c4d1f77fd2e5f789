package org.airshed.platform.access;

import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;

/**
 * The register of people. Every change is an act: it asks the authority for the mandate over the
 * person's jurisdiction and is recorded with it. What is read is what the viewer may see.
 */
public interface People {
    /** The people the viewer may see, by login. */
    Page<Person> people(Paging paging);

    Optional<Person> findPerson(UUID id);

    /**
     * Enters a person, who can sign in once with the password returned and must then choose one.
     *
     * @throws Refusal when the login or the e-mail address is taken, or the jurisdiction unknown
     */
    Admission create(Authority authority, NewPerson person);

    /** Closes an account: its sessions and keys end and its seats give no more rights. */
    void disable(Authority authority, UUID person);

    /** Forgets a person's failed sign-ins. */
    void unlock(Authority authority, UUID person);

    /**
     * Gives a person a new password for one sign-in.
     *
     * @throws Refusal when the person may do more than the authority covers: whoever sets a
     *     password could act as them
     */
    Admission resetPassword(Authority authority, UUID person);

    /** Lets a person sign in by an account of an identity provider. */
    void linkIdentity(Authority authority, UUID person, String issuer, String subject);

    /** A person and the password they sign in with once; it is kept nowhere. */
    record Admission(Person person, String oneTimePassword) {
        @Override
        public String toString() {
            return "Admission[person=" + person + "]";
        }
    }
}
