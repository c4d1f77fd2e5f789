package org.airshed.stationfiles;

/**
 * A field as it stands in a file.
 *
 * @param column the name of its column
 * @param text what is written there
 */
public record WrittenField(String column, String text) {}
