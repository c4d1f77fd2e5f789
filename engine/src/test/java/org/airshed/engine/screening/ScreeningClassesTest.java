package org.airshed.engine.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.engine.substance.Pollutant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The classes of outliers of Wu et al. (2018), the laws of screening, and its limits. */
class ScreeningClassesTest {
    private static final ScreeningRules RULES = ScreeningRules.named("house-2026");
    private static final Pollutant PM2_5 = Pollutant.PM2_5;

    /** Values of one pollutant in µg/m³; −1 stands for none. */
    private static Screening screened(Pollutant pollutant, double... values) {
        return Screening.of(RULES, Map.of(pollutant, thousandths(values)));
    }

    private static int[] thousandths(double... values) {
        return Arrays.stream(values)
                .mapToInt(value -> value < 0 ? Thousandths.ABSENT : (int) Math.round(value * 1000))
                .toArray();
    }

    private static Flag[] flags(Screening screening, Pollutant pollutant) {
        return IntStream.range(0, screening.hours())
                .mapToObj(hour -> screening.flag(pollutant, hour))
                .toArray(Flag[]::new);
    }

    @Test
    void ordinaryAirIsGoodFromItsSecondHourOn() {
        assertThat(flags(screened(PM2_5, 30, 32, 35, 33), PM2_5))
                .containsExactly(Flag.NOT_EVALUATED, Flag.GOOD, Flag.GOOD, Flag.GOOD);
    }

    @Test
    void aPeakOfOneHourIsASpike() {
        Screening screening = screened(PM2_5, 30, 32, 400, 33, 31);

        assertThat(screening.flag(PM2_5, 2)).isEqualTo(Flag.SUSPECT);
        assertThat(screening.failed(PM2_5, 2))
                .containsExactly(ScreeningTest.SPIKE, ScreeningTest.STEP);
        assertThat(screening.reasons(PM2_5, 2).getFirst().compared())
                .containsExactly(32_000, 400_000, 33_000);
        assertThat(screening.flag(PM2_5, 3))
                .as("the return is no step of its own")
                .isEqualTo(Flag.GOOD);
    }

    @Test
    void aDropOfOneHourIsASpikeToo() {
        assertThat(screened(PM2_5, 200, 210, 5, 205, 199).failed(PM2_5, 2))
                .contains(ScreeningTest.SPIKE);
    }

    @Test
    void aFrontThatStaysIsNoSpikeAndNoStep() {
        assertThat(flags(screened(PM2_5, 20, 22, 380, 390, 370), PM2_5))
                .containsExactly(Flag.NOT_EVALUATED, Flag.GOOD, Flag.GOOD, Flag.GOOD, Flag.GOOD);
    }

    @Test
    void anInstrumentThatRepeatsItselfIsStuck() {
        double[] values = new double[20];
        Arrays.fill(values, 50);
        Arrays.setAll(values, hour -> hour < 6 || hour > 13 ? 40 + hour : 50);

        Screening screening = screened(PM2_5, values);

        assertThat(
                        IntStream.range(0, 20)
                                .filter(hour ->
                                        screening
                                                .failed(PM2_5, hour)
                                                .contains(ScreeningTest.STUCK)))
                .containsExactly(6, 7, 8, 9, 10, 11, 12, 13);
    }

    @Test
    void smallValuesMayRepeat() {
        double[] values = new double[100];
        Arrays.fill(values, 0.3);

        assertThat(flags(screened(Pollutant.CO, values), Pollutant.CO))
                .doesNotContain(Flag.SUSPECT);
    }

    @Test
    void aRunCutOffByTheEndIsNotJudged() {
        Screening screening = screened(PM2_5, 40, 50, 50, 50, 50);

        assertThat(screening.skipped(PM2_5, 3)).contains(ScreeningTest.STUCK);
        assertThat(screening.flag(PM2_5, 3)).isEqualTo(Flag.GOOD);
    }

    @Test
    void finerParticlesThanAllParticlesAreSuspectInBoth() {
        Screening screening =
                Screening.of(
                        RULES,
                        Map.of(
                                PM2_5,
                                thousandths(50, 60, 62),
                                Pollutant.PM10,
                                thousandths(60, 40, 60)));

        for (Pollutant pollutant : new Pollutant[] {PM2_5, Pollutant.PM10}) {
            assertThat(screening.failed(pollutant, 1)).contains(ScreeningTest.PARTICLE_ORDER);
            assertThat(screening.failed(pollutant, 2)).as("within both errors").isEmpty();
        }
    }

    @Test
    void noAirHasSuchAValueAndSomeNumbersMeanNone() {
        Screening screening = screened(PM2_5, 30, 3001, 30, 0, 30, 9999, 30);

        assertThat(flags(screening, PM2_5))
                .containsExactly(
                        Flag.NOT_EVALUATED,
                        Flag.BAD,
                        Flag.GOOD,
                        Flag.SUSPECT,
                        Flag.GOOD,
                        Flag.MISSING,
                        Flag.NOT_EVALUATED);
        assertThat(screening.failed(PM2_5, 3))
                .as("rounding may have made a zero of a little")
                .containsExactly(ScreeningTest.FLOOR);
        assertThat(screening.failed(PM2_5, 5)).containsExactly(ScreeningTest.MISSING_CODE);
    }

    @Test
    void aValueBetweenGapsIsNotEvaluated() {
        assertThat(flags(screened(PM2_5, 30, -1, 31, -1, 32, 33), PM2_5))
                .containsExactly(
                        Flag.NOT_EVALUATED,
                        Flag.MISSING,
                        Flag.NOT_EVALUATED,
                        Flag.MISSING,
                        Flag.NOT_EVALUATED,
                        Flag.GOOD);
    }

    @Test
    void noHoursOneHourAndNoValuesAreScreenedToo() {
        assertThat(screened(PM2_5).hours()).isZero();
        assertThat(flags(screened(PM2_5, 30), PM2_5)).containsExactly(Flag.NOT_EVALUATED);
        assertThat(flags(screened(PM2_5, -1, -1), PM2_5))
                .containsExactly(Flag.MISSING, Flag.MISSING);
        assertThat(Screening.of(RULES, Map.of()).hours()).isZero();
    }

    @Test
    void whatCannotBeScreenedIsRefused() {
        assertThatThrownBy(() -> ScreeningRules.named("elsewhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elsewhere");
        assertThatThrownBy(() ->
                        Screening.of(RULES, Map.of(PM2_5, new int[3], Pollutant.PM10, new int[4])))
                .hasMessageContaining("expected 4 hourly values, got 3");
    }

    @ParameterizedTest
    @EnumSource(names = {"SO2", "NO2", "CO", "O3", "PM10", "PM2_5"})
    void everyCriteriaPollutantHasRulesWithASource(Pollutant pollutant) {
        assertThat(RULES.of(pollutant).provenance().source()).contains("House rule");
    }

    /**
     * A random station: slow air with jumps, runs long and short, gaps and numbers that mean none.
     */
    private static Map<Pollutant, int[]> station(int seed, int hours) {
        Random random = new Random(seed);
        Map<Pollutant, int[]> station = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : RULES.limits().keySet()) {
            int[] values = new int[hours];
            int value = 40_000;
            int held = 0; // hours for which the instrument will repeat itself, up to three days
            for (int hour = 0; hour < hours; hour++) {
                int draw = held > 0 ? 0 : random.nextInt(100);
                held = held > 0 ? held - 1 : draw == 1 ? random.nextInt(72) : 0;
                value = draw < 60 ? value : Math.max(0, value + 1000 * (random.nextInt(41) - 20));
                values[hour] =
                        draw > 97
                                ? Thousandths.ABSENT
                                : draw > 95 ? value + 900_000 : draw == 95 ? 9_999_000 : value;
            }
            station.put(pollutant, values);
        }
        return station;
    }

    @Property(tries = 200)
    void aWindowWithItsContextGetsTheFlagsOfTheWhole(
            @ForAll int seed, @ForAll @IntRange(min = 0, max = 399) int from) {
        Map<Pollutant, int[]> whole = station(seed, 400);
        int to = Math.min(400, from + 24);
        int start = Math.max(0, from - RULES.contextHours());
        int end = Math.min(400, to + RULES.contextHours());
        Map<Pollutant, int[]> window = new HashMap<>();
        whole.forEach((pollutant, values) ->
                window.put(pollutant, Arrays.copyOfRange(values, start, end)));

        Screening all = Screening.of(RULES, whole);
        Screening part = Screening.of(RULES, window);

        for (Pollutant pollutant : whole.keySet()) {
            for (int hour = from; hour < to; hour++) {
                assertThat(part.flag(pollutant, hour - start)).isEqualTo(all.flag(pollutant, hour));
                assertThat(part.failed(pollutant, hour - start))
                        .isEqualTo(all.failed(pollutant, hour));
                assertThat(part.skipped(pollutant, hour - start))
                        .isEqualTo(all.skipped(pollutant, hour));
            }
        }
    }

    /** Else the law above would hold of stations in which nothing is ever stuck. */
    @ParameterizedTest
    @EnumSource(names = {"SO2", "NO2", "CO", "O3", "PM10", "PM2_5"})
    void randomStationsHoldRunsThatAreStuckForEveryPollutant(Pollutant pollutant) {
        long stuck =
                IntStream.range(0, 50)
                        .filter(seed -> {
                            Screening screening = Screening.of(RULES, station(seed, 400));
                            return IntStream.range(0, 400)
                                    .anyMatch(hour ->
                                            screening
                                                    .failed(pollutant, hour)
                                                    .contains(ScreeningTest.STUCK));
                        })
                        .count();

        assertThat(stuck).isGreaterThan(10);
    }

    @Property(tries = 100)
    void aGapMoreMakesNoValueWorseElsewhereThanBesideItAndNoMissingGood(
            @ForAll int seed, @ForAll @IntRange(min = 0, max = 199) int gap) {
        Map<Pollutant, int[]> station = station(seed, 200);
        Screening before = Screening.of(RULES, station);
        Objects.requireNonNull(station.get(PM2_5))[gap] = Thousandths.ABSENT;
        Screening after = Screening.of(RULES, station);

        assertThat(after.flag(PM2_5, gap)).isEqualTo(Flag.MISSING);
        for (int hour = 0; hour < 200; hour++) {
            if (before.flag(PM2_5, hour) == Flag.MISSING) {
                assertThat(after.flag(PM2_5, hour)).isEqualTo(Flag.MISSING);
            }
            assertThat(before.failed(PM2_5, hour)).containsAll(after.failed(PM2_5, hour));
        }
    }

    @Test
    void bitsAndTestsSayTheSame() {
        Screening screening = screened(PM2_5, 30, 32, 400, 33, 31);

        assertThat(Screening.tests(screening.failedBits(PM2_5, 2)))
                .isEqualTo(screening.failed(PM2_5, 2));
    }
}
