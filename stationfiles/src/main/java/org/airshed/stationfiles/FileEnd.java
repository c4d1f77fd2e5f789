package org.airshed.stationfiles;

/** How the reading of a file ended, and how much of it was read. */
public sealed interface FileEnd {
    /** How many rows were handed on. */
    long rows();

    /** How many were rejected. */
    long rejects();

    /** The file was read to its end. */
    record Complete(long rows, long rejects) implements FileEnd {}

    /**
     * The file breaks off: what was handed on is good, what follows could not be read.
     *
     * @param why a sentence naming the file and the last good line
     */
    record BrokenOff(long rows, long rejects, String why) implements FileEnd {}
}
