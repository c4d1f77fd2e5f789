package org.airshed.engine.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.screening.ScreeningRules.Limits;
import org.airshed.engine.substance.Pollutant;

/**
 * The flags of one station's hourly values. Source of the classes of tests: Wu et al. (2018), Adv.
 * Atmos. Sci. 35, 1522–1532, doi 10.1007/s00376-018-8067-9; definitions: docs/science/screening.md.
 */
public final class Screening {
    private final ScreeningRules rules;
    private final int hours;
    private final Map<Pollutant, Column> columns = new EnumMap<>(Pollutant.class);

    /**
     * One pollutant: its values and, per hour, the tests that failed and those that could not run.
     */
    private record Column(int[] values_thousandths, byte[] failed, byte[] skipped) {
        int value(int hour) {
            return hour < 0 || hour >= values_thousandths.length
                    ? Thousandths.ABSENT
                    : values_thousandths[hour];
        }

        void fail(int hour, ScreeningTest test) {
            failed[hour] |= (byte) test.bit();
        }

        void skip(int hour, ScreeningTest test) {
            skipped[hour] |= (byte) test.bit();
        }
    }

    private Screening(ScreeningRules rules, int hours) {
        this.rules = rules;
        this.hours = hours;
    }

    /**
     * Screens unbroken hours of one station.
     *
     * @param hourly_thousandths each pollutant's values, [hour], all equally long, {@link
     *     Thousandths#ABSENT} where there is none; not changed
     * @throws IllegalArgumentException when lengths differ or a pollutant has no rules
     */
    public static Screening of(ScreeningRules rules, Map<Pollutant, int[]> hourly_thousandths) {
        int hours =
                hourly_thousandths.values().stream()
                        .mapToInt(values -> values.length)
                        .max()
                        .orElse(0);
        Screening screening = new Screening(rules, hours);
        hourly_thousandths.forEach((pollutant, values) -> {
            if (values.length != hours) {
                throw new IllegalArgumentException(
                        "expected %d hourly values, got %d (%s)"
                                .formatted(hours, values.length, pollutant));
            }
            Column column = new Column(values.clone(), new byte[hours], new byte[hours]);
            screening.columns.put(pollutant, column);
            screening.screen(column, rules.of(pollutant));
        });
        screening.compareParticles();
        return screening;
    }

    private void screen(Column column, Limits limits) {
        for (int hour = 0; hour < hours; hour++) {
            if (column.value(hour) == limits.missingCode_thousandths()) {
                column.fail(hour, ScreeningTest.MISSING_CODE);
                column.values_thousandths()[hour] = Thousandths.ABSENT; // no neighbour either
            }
        }
        for (int hour = 0; hour < hours; hour++) {
            if (column.value(hour) != Thousandths.ABSENT) {
                range(column, limits, hour);
                spike(column, limits, hour);
                step(column, limits, hour);
            }
        }
        stuck(column, limits);
    }

    private static void range(Column column, Limits limits, int hour) {
        int value = column.value(hour);
        if (value < 0 || value > limits.ceiling_thousandths()) {
            column.fail(hour, ScreeningTest.RANGE);
        } else if (value < limits.floor_thousandths()) {
            column.fail(hour, ScreeningTest.FLOOR);
        }
    }

    private static void spike(Column column, Limits limits, int hour) {
        int before = column.value(hour - 1);
        int after = column.value(hour + 1);
        if (before == Thousandths.ABSENT || after == Thousandths.ABSENT) {
            column.skip(hour, ScreeningTest.SPIKE);
            return;
        }
        long value = column.value(hour);
        long high = Math.max(before, after);
        long low = Math.min(before, after);
        boolean up =
                value - high > limits.spikeLeast_thousandths()
                        && value > high * limits.spikeTimes();
        boolean down =
                low - value > limits.spikeLeast_thousandths() && value * limits.spikeTimes() < low;
        if (up || down) {
            column.fail(hour, ScreeningTest.SPIKE);
        }
    }

    /** A large step stands when the hour after lies nearer to its end than to its beginning. */
    private static void step(Column column, Limits limits, int hour) {
        int before = column.value(hour - 1);
        int after = column.value(hour + 1);
        long value = column.value(hour);
        if (before == Thousandths.ABSENT) {
            column.skip(hour, ScreeningTest.STEP);
        } else if (Math.abs(value - before) > limits.stepMost_thousandths()) {
            if (after == Thousandths.ABSENT) {
                column.skip(hour, ScreeningTest.STEP);
            } else if (Math.abs(after - value) >= Math.abs((long) after - before)) {
                column.fail(hour, ScreeningTest.STEP);
            }
        }
    }

    /** Runs of one value; a run cut off by an end of the series may be longer than it seems. */
    private void stuck(Column column, Limits limits) {
        int start = 0;
        while (start < hours) {
            int value = column.value(start);
            int end = start + 1;
            while (end < hours && column.value(end) == value) {
                end++;
            }
            if (value != Thousandths.ABSENT && value >= limits.stuckAbove_thousandths()) {
                boolean tooLong = end - start >= limits.stuckHours();
                boolean cutOff = start == 0 || end == hours;
                for (int hour = start; hour < end; hour++) {
                    if (tooLong) {
                        column.fail(hour, ScreeningTest.STUCK);
                    } else if (cutOff) {
                        column.skip(hour, ScreeningTest.STUCK);
                    }
                }
            }
            start = end;
        }
    }

    private void compareParticles() {
        Column fine = columns.get(Pollutant.PM2_5);
        Column all = columns.get(Pollutant.PM10);
        for (Column one : new Column[] {fine, all}) {
            for (int hour = 0; one != null && hour < hours; hour++) {
                int smaller = fine == null ? Thousandths.ABSENT : fine.value(hour);
                int larger = all == null ? Thousandths.ABSENT : all.value(hour);
                if (one.value(hour) == Thousandths.ABSENT) {
                    continue;
                }
                if (smaller == Thousandths.ABSENT || larger == Thousandths.ABSENT) {
                    one.skip(hour, ScreeningTest.PARTICLE_ORDER);
                } else if (smaller - (long) larger > ScreeningRules.ORDER_LEAST_THOUSANDTHS
                        && smaller * 100L > (long) larger * ScreeningRules.ORDER_SHARE_PERCENT) {
                    one.fail(hour, ScreeningTest.PARTICLE_ORDER);
                }
            }
        }
    }

    /** The rules it was screened by. */
    public ScreeningRules rules() {
        return rules;
    }

    public int hours() {
        return hours;
    }

    /** The flag of an hour, counted from 0. */
    public Flag flag(Pollutant pollutant, int hour) {
        Column column = column(pollutant);
        int failed = column.failed()[hour];
        if (column.value(hour) == Thousandths.ABSENT) {
            return Flag.MISSING;
        }
        if ((failed & ScreeningTest.RANGE.bit()) != 0) {
            return Flag.BAD;
        }
        if (failed != 0) {
            return Flag.SUSPECT;
        }
        int beside = ScreeningTest.SPIKE.bit() | ScreeningTest.STEP.bit();
        return (column.skipped()[hour] & beside) == beside ? Flag.NOT_EVALUATED : Flag.GOOD;
    }

    /** The tests that failed. */
    public Set<ScreeningTest> failed(Pollutant pollutant, int hour) {
        return tests(column(pollutant).failed()[hour]);
    }

    /** The tests that could not run, for want of a neighbour or because the series ends. */
    public Set<ScreeningTest> skipped(Pollutant pollutant, int hour) {
        return tests(column(pollutant).skipped()[hour]);
    }

    /** The failed tests as bits, bit n for the n-th {@link ScreeningTest}: for storing many. */
    public int failedBits(Pollutant pollutant, int hour) {
        return Byte.toUnsignedInt(column(pollutant).failed()[hour]);
    }

    /** The tests behind such bits. */
    public static Set<ScreeningTest> tests(int bits) {
        EnumSet<ScreeningTest> tests = EnumSet.noneOf(ScreeningTest.class);
        for (ScreeningTest test : ScreeningTest.values()) {
            if ((bits & test.bit()) != 0) {
                tests.add(test);
            }
        }
        return Collections.unmodifiableSet(tests);
    }

    /**
     * Why a value is flagged: each failed test with the numbers it compared, in words' arguments.
     *
     * @param test the failed test
     * @param compared what it looked at, in thousandths: the hour before, the hour, the hour after
     *     (of {@code PARTICLE_ORDER}: PM10, PM2.5), {@link Thousandths#ABSENT} where absent
     * @param limits the thresholds applied
     */
    public record Reason(ScreeningTest test, List<Integer> compared, Limits limits) {
        public Reason {
            compared = List.copyOf(compared);
        }
    }

    /** The reasons behind a flag; none when no test failed. */
    public List<Reason> reasons(Pollutant pollutant, int hour) {
        Column column = column(pollutant);
        List<Reason> reasons = new ArrayList<>();
        for (ScreeningTest test : failed(pollutant, hour)) {
            List<Integer> compared =
                    test == ScreeningTest.PARTICLE_ORDER
                            ? List.of(
                                    column(Pollutant.PM10).value(hour),
                                    column(Pollutant.PM2_5).value(hour))
                            : List.of(
                                    column.value(hour - 1),
                                    column.value(hour),
                                    column.value(hour + 1));
            reasons.add(new Reason(test, compared, rules.of(pollutant)));
        }
        return reasons;
    }

    private Column column(Pollutant pollutant) {
        Column column = columns.get(pollutant);
        if (column == null) {
            throw new IllegalArgumentException(
                    "expected a screened pollutant of %s, got %s"
                            .formatted(columns.keySet(), pollutant));
        }
        return column;
    }
}
