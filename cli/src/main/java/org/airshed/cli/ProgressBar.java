package org.airshed.cli;

import java.io.PrintWriter;

/** A bar on standard error, drawn at a terminal only and once a run has lasted a second. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final long PATIENCE_NS = 1_000_000_000L;
    private static final long REDRAW_NS = 200_000_000L;

    private final PrintWriter err;
    private final String what;
    private final boolean watched;
    private final long began_ns = System.nanoTime();
    private long drawn_ns;

    ProgressBar(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
        this.watched = System.console() != null && System.console().isTerminal();
    }

    void done(int parts, int ofParts) {
        long now_ns = System.nanoTime();
        boolean last = parts == ofParts;
        if (!watched || ofParts == 0 || now_ns - began_ns < PATIENCE_NS) {
            return;
        }
        if (last) {
            err.print("\r" + " ".repeat(WIDTH + what.length() + 20) + "\r");
        } else if (now_ns - drawn_ns > REDRAW_NS) {
            drawn_ns = now_ns;
            int full = (int) ((long) WIDTH * parts / ofParts);
            err.printf(
                    "\r%s [%s%s] %d/%d",
                    what, "#".repeat(full), ".".repeat(WIDTH - full), parts, ofParts);
        }
        err.flush();
    }
}
