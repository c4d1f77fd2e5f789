package org.airshed.stationfiles;

import java.io.IOException;

/**
 * Nothing of this file can be used: it is not there, not of the expected format, or in another
 * encoding. The message is a sentence for the person who named the file.
 */
public final class UnusableFileException extends IOException {
    UnusableFileException(String message) {
        super(message);
    }

    UnusableFileException(String message, IOException cause) {
        super(message, cause);
    }
}
