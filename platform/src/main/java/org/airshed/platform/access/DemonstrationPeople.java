package org.airshed.platform.access;

import java.util.List;

/** The people a demonstration is shown with. */
public interface DemonstrationPeople {
    /** An account anybody may try. */
    record DemonstrationAccount(
            String login,
            String password,
            String zhName,
            String enName,
            String zhRole,
            String enRole) {}

    /** The accounts with the password of this start; empty outside a demonstration. */
    List<DemonstrationAccount> accounts();
}
