package org.airshed.documents;

import java.net.URI;

/** A stretch of text within a paragraph. */
public sealed interface Run {
    /** What the reader sees. */
    String text();

    /** Text without emphasis. */
    record Plain(String text) implements Run {
        public Plain {
            Text.checked("text", text);
        }
    }

    /** Text in bold. */
    record Bold(String text) implements Run {
        public Bold {
            Text.checked("text", text);
        }
    }

    /** Text that leads to an address when the file is read on a screen. */
    record Link(String text, URI target) implements Run {
        public Link {
            Text.named("text of a link", text);
            if (!target.isAbsolute()) {
                throw new IllegalArgumentException(
                        "expected an absolute address, got \"%s\"".formatted(target));
            }
        }
    }

    /** A figure or statement with a note that says how it was computed; notes are numbered. */
    record Noted(String text, String note) implements Run {
        public Noted {
            Text.checked("text", text);
            Text.named("note", note);
        }
    }
}
