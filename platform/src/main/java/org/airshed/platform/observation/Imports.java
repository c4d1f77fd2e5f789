package org.airshed.platform.observation;

import java.nio.file.Path;
import java.util.List;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.stationfiles.Reject;

/**
 * Brings files of hourly readings into the tables. An import is one transaction and one official
 * act for each mandate that allowed it: after a kill either all of it is there or nothing, and
 * starting it again ends the same.
 */
public interface Imports {
    /**
     * Imports a file of China's national network. Rows that are known are left alone; of a row that
     * differs from what is known a revision is entered beside what was received first. Stations not
     * known yet are entered as the file describes them.
     *
     * @param name the file's name for messages and the register
     * @throws org.airshed.platform.server.Refusal (400) when nothing of the file can be read
     * @throws org.airshed.platform.rights.ActRefused when the authority does not reach one of the
     *     jurisdictions whose readings would change; nothing is imported then
     */
    ImportReport importCnemc(Authority authority, String name, Path file);

    /**
     * The same of any table of hourly readings, read by a mapping.
     *
     * @throws org.airshed.platform.server.Refusal as {@link #importCnemc}
     */
    ImportReport importMapped(Authority authority, String name, Path file, MappedTable table);

    /**
     * Takes back what an import brought, by revisions: each value that still stands as that import
     * left it becomes what it was before, or is withdrawn when there was none. What later imports
     * changed stays.
     *
     * @param batch the number of the import
     * @throws org.airshed.platform.server.Refusal (404) when there is none the actor may see, (403)
     *     when they see but some of its parts, (409) when it is an undoing itself or was undone
     *     before
     */
    ImportReport undo(Authority authority, int batch);

    /** The imports and undoings of this actor that work now, the first begun first. */
    List<RunningImport> running(Authority authority);

    /** The imports of which the viewer sees a part or which they made, the latest first. */
    Page<ImportedFile> imports(Paging paging);

    /**
     * One import, as {@link #imports} lists it.
     *
     * @throws org.airshed.platform.server.Refusal (404) when there is none the viewer may see
     */
    ImportedFile imported(int batch);

    /**
     * The stations whose standings an import or an undoing changed, by code, of the jurisdictions
     * the viewer sees.
     */
    Page<ChangedStation> stations(int batch, Paging paging);

    /**
     * The text of the mapping by which an import was read, for who sees the import.
     *
     * @throws org.airshed.platform.server.Refusal (404) when there is none: the import is unknown,
     *     was of the national network's form, or older than the keeping of texts
     */
    String mapping(int batch);

    /**
     * The lines an import could not use, in the order of the file, at most the first ten thousand;
     * open to who imported.
     */
    Page<Reject> rejects(int batch, Paging paging);
}
