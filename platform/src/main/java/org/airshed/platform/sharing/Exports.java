package org.airshed.platform.sharing;

import java.nio.file.Path;
import java.util.UUID;
import org.airshed.platform.access.Viewer;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;

/**
 * The front door to files taken away. A file holds what who asked may see at the moment it is
 * written; only they may fetch it. What was asked, and what came of it, stays on record.
 */
public interface Exports {
    /**
     * How large the file would be.
     *
     * @throws Refusal when the query names what is not open to the viewer, holds nothing, or would
     *     not fit
     */
    Estimate estimate(Viewer viewer, ExportQuery query);

    /**
     * Asks for a file; it is written when its turn comes.
     *
     * @throws Refusal as {@link #estimate}, or when too many are queued or the disk is full
     */
    Export request(Viewer viewer, ExportQuery query);

    /** The viewer's own exports, the latest first. */
    Page<Export> exports(Paging paging);

    /** One of the viewer's own. */
    Export export(UUID id);

    /** What its columns and values mean. */
    ExportAbout about(UUID id);

    /**
     * The file, for who asked for it; that it was fetched is put on record.
     *
     * @throws Refusal when it is not written yet, was removed, or the viewer may no longer see what
     *     is in it
     */
    FetchedFile fetch(Viewer viewer, UUID id);

    /** Ends an export that is not complete, removes the file of one that is. */
    void remove(UUID id);

    /**
     * How large a file would be.
     *
     * @param rows how many rows at most
     * @param bytes about how many bytes
     */
    record Estimate(long rows, long bytes) {}

    /** A file and what it is. */
    record FetchedFile(Export export, Export.Done done, Path path) {}
}
