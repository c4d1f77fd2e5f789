package org.airshed.platform.region;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Violation;

/** Resident populations, each with day and source. */
public interface Populations {
    /**
     * What became of an uploaded file.
     *
     * @param entered counts that were new
     * @param corrected counts that differ from what was known, entered as a further revision
     * @param unchanged counts known as they are
     * @param rejects rows that were not entered, each with line, value and what was expected
     */
    record Upload(int entered, int corrected, int unchanged, List<Violation> rejects) {
        public Upload {
            rejects = List.copyOf(rejects);
        }
    }

    /** The latest revision of every count, by jurisdiction, day and source. */
    Page<Population> populations(Optional<JurisdictionCode> jurisdiction, Paging paging);

    /**
     * Enters the counts of a CSV file, as an act; the same file again changes nothing.
     *
     * @param name the file's name, as the rejects shall call it
     * @throws org.airshed.platform.server.Refusal (400) when nothing of the file can be read
     * @throws org.airshed.platform.rights.ActRefused when the authority does not reach one of them
     */
    Upload upload(Authority authority, String name, Path csv);
}
