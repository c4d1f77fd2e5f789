package org.airshed.platform.notary;

import java.util.Optional;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * Which acts of the register are wanted; what is empty does not restrict.
 *
 * @param jurisdiction over this jurisdiction
 * @param kind of this kind, by its code
 * @param subject about this subject
 */
public record ActFilter(
        Optional<JurisdictionCode> jurisdiction, Optional<String> kind, Optional<String> subject) {
    public static final ActFilter ALL =
            new ActFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
