package org.airshed.platform.region;

import java.time.ZoneId;
import java.util.Optional;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;

/**
 * A territory with a government.
 *
 * @param code as its own country writes it
 * @param parent the jurisdiction above, or empty at the top of the tree
 * @param level its level of government
 * @param name its official name
 * @param zone the time zone of its days
 * @param period when it exists
 * @param source where all this is taken from
 */
public record Jurisdiction(
        JurisdictionCode code,
        Optional<JurisdictionCode> parent,
        Level level,
        BilingualText name,
        ZoneId zone,
        Period period,
        String source) {}
