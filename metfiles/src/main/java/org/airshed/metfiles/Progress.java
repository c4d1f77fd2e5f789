package org.airshed.metfiles;

/** Told how far something long has come; called on the thread that does it. */
public interface Progress {
    void done(int parts, int ofParts);

    /** Nobody watches. */
    static Progress unwatched() {
        return (parts, ofParts) -> {};
    }
}
