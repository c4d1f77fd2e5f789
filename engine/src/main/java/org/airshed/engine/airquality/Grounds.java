package org.airshed.engine.airquality;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.airshed.engine.edition.Confidence;

/**
 * What decided a result, and how sure we are of each: the item, the limit, the rules. The daily
 * values themselves are the caller's. See docs/science/hj663.md.
 *
 * @param confidences by the word for the ground: {@code "attainment"}; at least one
 */
public record Grounds(SortedMap<String, Confidence> confidences) {
    public Grounds {
        if (confidences.isEmpty()) {
            throw new IllegalArgumentException("expected at least 1 ground of a result, got none");
        }
        confidences = Collections.unmodifiableSortedMap(new TreeMap<>(confidences));
    }

    static Grounds of(String ground, Confidence confidence) {
        return new Grounds(new TreeMap<>(Map.of(ground, confidence)));
    }

    Grounds and(String ground, Confidence confidence) {
        TreeMap<String, Confidence> more = new TreeMap<>(confidences);
        more.put(ground, confidence);
        return new Grounds(more);
    }

    /** How sure we are of the result: as sure as of its weakest ground. */
    public Confidence lowest() {
        return Confidence.lowest(confidences.values());
    }

    /** The grounds that are not verified: the reason why a result is not decided by default. */
    public SortedSet<String> unverified() {
        TreeSet<String> unverified = new TreeSet<>();
        confidences.forEach((ground, confidence) -> {
            if (!confidence.verified()) {
                unverified.add(ground);
            }
        });
        return Collections.unmodifiableSortedSet(unverified);
    }
}
