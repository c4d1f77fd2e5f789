package org.airshed.engine.airquality;

/**
 * A level of an index scale, as the public sees it.
 *
 * @param scale the scale it belongs to: {@code "cn"}, {@code "us-epa"}, {@code "eu-eaqi"}
 * @param rank 1 for the cleanest, counting up; comparable within one scale only
 * @param code the word for it in files and the API, unique within the scale: {@code "good"}
 * @param number how the standard numbers it in its own language: {@code "一级"}, or blank
 * @param nameZh its Chinese name: {@code "优"}
 * @param nameEn its English name
 * @param colour the official colour
 */
public record IndexLevel(
        String scale,
        int rank,
        String code,
        String number,
        String nameZh,
        String nameEn,
        Colour colour) {

    public IndexLevel {
        if (rank < 1) {
            throw new IllegalArgumentException("expected a rank from 1, got " + rank);
        }
    }
}
