package org.airshed.platform.region;

import java.util.List;
import java.util.Locale;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;

/**
 * The agreement by which jurisdictions act together.
 *
 * @param code a short word: {@code "demonstration"}
 * @param name its name
 * @param kind a real agreement, or the demonstration's
 * @param period when it is in force
 * @param source where it is written down
 * @param members who belongs to it, and when
 */
public record Compact(
        String code,
        BilingualText name,
        Kind kind,
        Period period,
        String source,
        List<Member> members) {

    /** Real, or made for the demonstration. */
    public enum Kind {
        AGREEMENT,
        DEMONSTRATION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A jurisdiction that belongs to the compact for a time. */
    public record Member(JurisdictionCode jurisdiction, Period period) {}

    public Compact {
        members = List.copyOf(members);
    }
}
