package org.airshed.platform.access;

import org.airshed.platform.rights.JurisdictionCode;

/** How far a right reaches in the tree of jurisdictions. */
public sealed interface Scope {
    /** The code that stands for {@link Everywhere} in the database and the API. */
    String EVERYWHERE = "*";

    /** A jurisdiction and everything below it at the moment asked. */
    record Subtree(JurisdictionCode root) implements Scope {
        @Override
        public String code() {
            return root.value();
        }
    }

    /** Every jurisdiction there is at the moment asked: the platform's own scope. */
    record Everywhere() implements Scope {
        @Override
        public String code() {
            return EVERYWHERE;
        }
    }

    /** The word stored and sent: a jurisdiction's code, or {@link #EVERYWHERE}. */
    String code();

    /**
     * The scope of a code.
     *
     * @throws IllegalArgumentException when it is neither {@code *} nor a jurisdiction code
     */
    static Scope of(String code) {
        return code.equals(EVERYWHERE) ? new Everywhere() : new Subtree(new JurisdictionCode(code));
    }
}
