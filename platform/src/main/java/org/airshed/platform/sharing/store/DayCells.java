package org.airshed.platform.sharing.store;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.quantity.Trillionths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.Reported;
import org.airshed.platform.observation.Origin;
import org.jspecify.annotations.Nullable;

/** The cells that days of stations and of cities share, added to a row in the order of columns. */
record DayCells(List<@Nullable Object> row) {

    /** The day, and where it begins and ends in UTC. */
    void day(LocalDate day, ZoneId zone) {
        row.add(day);
        row.add(day.atStartOfDay(zone).toInstant());
        row.add(day.plusDays(1).atStartOfDay(zone).toInstant());
        row.add(zone.getId());
    }

    /** Daily values as reported: rounded once. */
    void values(List<Pollutant> pollutants, ToLongFunction<Pollutant> value_trillionths) {
        for (Pollutant pollutant : pollutants) {
            long value = value_trillionths.applyAsLong(pollutant);
            row.add(
                    value == Trillionths.ABSENT
                            ? null
                            : Trillionths.halfToEven(value, Reported.decimals(pollutant)));
        }
    }

    void index(OptionalInt aqi, List<Pollutant> primary) {
        row.add(aqi.isPresent() ? (Object) (long) aqi.getAsInt() : null);
        row.add(
                aqi.isPresent()
                        ? (Object) (long) Hj633.scale().level(aqi.getAsInt()).rank()
                        : null);
        row.add(primary.stream().map(Pollutant::code).collect(Collectors.joining(" ")));
    }

    /** How many hours or stations stand behind each value, and how many there could be. */
    void coverage(List<Pollutant> pollutants, ToIntFunction<Pollutant> observed, int expected) {
        pollutants.forEach(pollutant -> row.add((long) observed.applyAsInt(pollutant)));
        row.add((long) expected);
    }

    void source(LocalDate day, Origin origin) {
        row.add(Hj633.findInForce(day).map(Hj633::id).orElse(null));
        origin(row, origin);
    }

    /** The last cells of every row: where its readings come from, as code and in words. */
    static void origin(List<@Nullable Object> row, Origin origin) {
        row.add(origin.code());
        row.add(origin.zh());
        row.add(origin.en());
        row.add(origin.synthetic());
    }
}
