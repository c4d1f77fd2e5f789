package org.airshed.stationfiles;

/**
 * A station of a station list.
 *
 * @param code the network's code: {@code "1001A"}
 * @param name its name
 * @param area the city it belongs to
 * @param longitude_deg degrees east
 * @param latitude_deg degrees north
 */
public record ListedStation(
        String code, String name, String area, double longitude_deg, double latitude_deg) {}
