package org.airshed.platform.observation;

/**
 * Where readings come from, as every page and export must say.
 *
 * @param code the word of the API: {@code "cnemc"}, {@code "synthetic"}
 * @param zh what it is called in Chinese
 * @param en what it is called in English
 * @param synthetic whether the readings were computed rather than measured
 * @param provisional whether they were measured but not reviewed, so that they may still change
 */
public record Origin(String code, String zh, String en, boolean synthetic, boolean provisional) {}
