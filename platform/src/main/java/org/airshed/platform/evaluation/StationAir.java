package org.airshed.platform.evaluation;

import org.airshed.platform.observation.Station;

/** The air at one station in one hour. */
public record StationAir(Station station, Air air) {}
