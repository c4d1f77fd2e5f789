package org.airshed.engine.edition;

/**
 * Where a number comes from.
 *
 * @param source the document, in words a reader can look up
 * @param confidence how sure we are of having it right
 */
public record Provenance(String source, Confidence confidence) {

    public Provenance {
        if (source.isBlank()) {
            throw new IllegalArgumentException("expected the name of a source, got a blank");
        }
    }
}
