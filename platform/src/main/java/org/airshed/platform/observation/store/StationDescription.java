package org.airshed.platform.observation.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airshed.platform.observation.Standing;
import org.airshed.platform.observation.StationRole;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * What a file says of a station, and what follows for its standings; pure.
 *
 * @param station its number in the tables
 * @param since the beginning of the first hour the file has of it
 * @param longitude_deg degrees east, WGS 84; where the file does not say, what was known then
 * @param latitude_deg degrees north, WGS 84; likewise
 * @param placed whether the file says where the station stands, and no office had settled it
 * @param source what is said of where the description comes from
 */
record StationDescription(
        int station,
        String code,
        JurisdictionCode jurisdiction,
        String network,
        Instant since,
        String name,
        double longitude_deg,
        double latitude_deg,
        boolean placed,
        StationRole role,
        String tier,
        String source) {
    /** Two vintages of a list within this of each other, about 10 m, mean the same place. */
    private static final double SAME_PLACE_DEG = 1e-4;

    /**
     * The periods of the station once this file is known. The first period reaches back to the
     * oldest file; a new position ends the period before it.
     *
     * @param periods what is known so far, in the order of time
     */
    List<StandingPeriod> appliedTo(List<StandingPeriod> periods) {
        StationDescription here = near(periods);
        if (periods.isEmpty()) {
            return List.of(here.period(since, Optional.empty()));
        }
        int covering = covering(periods);
        return covering < 0 ? here.before(periods) : here.within(periods, covering);
    }

    /** A station whose file says no place stood where it is known to have stood. */
    StationDescription near(List<StandingPeriod> periods) {
        if (placed || periods.isEmpty()) {
            return this;
        }
        Standing known = periods.get(Math.max(0, covering(periods))).standing();
        return saying(
                name.isEmpty() ? known.name() : name, known.longitude_deg(), known.latitude_deg());
    }

    /**
     * What is kept of it: where an office had settled the place by then, the file's own is not
     * heard, nor is it when standings are derived anew.
     */
    StationDescription heard(List<StandingPeriod> periods) {
        int covering = covering(periods);
        boolean overruled =
                placed && covering >= 0 && periods.get(covering).settled().contains("position");
        return overruled ? saying(name, longitude_deg, latitude_deg) : near(periods);
    }

    /** The same from a file that does not say the place. */
    private StationDescription saying(String called, double east_deg, double north_deg) {
        return new StationDescription(
                station,
                code,
                jurisdiction,
                network,
                since,
                called,
                east_deg,
                north_deg,
                false,
                role,
                tier,
                source);
    }

    private int covering(List<StandingPeriod> periods) {
        int last = -1;
        while (last + 1 < periods.size()
                && !periods.get(last + 1).standing().from().isAfter(since)) {
            last++;
        }
        return last;
    }

    /** Of two places said for the same first hour, the one said first stands. */
    private List<StandingPeriod> within(List<StandingPeriod> periods, int covering) {
        StandingPeriod known = periods.get(covering);
        if (saysPlaceOf(known) || !known.standing().from().isBefore(since)) {
            return periods;
        }
        List<StandingPeriod> after = new ArrayList<>(periods);
        after.set(covering, known.until(since));
        after.add(covering + 1, period(since, known.standing().to()).inheriting(known));
        return List.copyOf(after);
    }

    /**
     * Older hours than the first that are known. What an office said of the period that follows
     * holds from the day it named, wherever the station stood then; before that day it is what the
     * file says.
     */
    private List<StandingPeriod> before(List<StandingPeriod> periods) {
        StandingPeriod following = periods.getFirst();
        Instant first = following.standing().from();
        Instant back = following.reachesBack(since);
        List<StandingPeriod> after = new ArrayList<>(periods);
        if (back.isBefore(first)) {
            if (saysPlaceOf(following)) {
                after.set(0, following.beginning(back));
            } else {
                StandingPeriod earlier = period(back, Optional.of(first));
                after.addFirst(
                        following.settledFrom().isPresent()
                                ? earlier.inheriting(following)
                                : earlier);
            }
        }
        if (since.isBefore(back)) {
            after.addFirst(period(since, Optional.of(back)));
        }
        return List.copyOf(after);
    }

    /** A place that an office settled is not changed by a file, nor by one that says none. */
    private boolean saysPlaceOf(StandingPeriod period) {
        Standing known = period.standing();
        return !placed
                || period.settled().contains("position")
                || Math.abs(known.longitude_deg() - longitude_deg) <= SAME_PLACE_DEG
                        && Math.abs(known.latitude_deg() - latitude_deg) <= SAME_PLACE_DEG;
    }

    private StandingPeriod period(Instant from, Optional<Instant> to) {
        return new StandingPeriod(
                new Standing(
                        station,
                        code,
                        name,
                        jurisdiction,
                        network,
                        role,
                        tier,
                        longitude_deg,
                        latitude_deg,
                        from,
                        to),
                Set.of(),
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
