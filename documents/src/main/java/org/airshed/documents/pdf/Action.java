package org.airshed.documents.pdf;

import java.io.IOException;

/** Something that draws. */
@FunctionalInterface
interface Action {
    void run() throws IOException;
}
