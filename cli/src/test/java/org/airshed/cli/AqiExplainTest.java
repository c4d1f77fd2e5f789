package org.airshed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AqiExplainTest {

    @Test
    void everyStepFromConcentrationToLevelIsPrinted() {
        Console console =
                explain(
                        "--at 2026-03-01T01:00+08:00 --so2 3 --no2 12 --co 0.35 --o3 20 --pm10 150.5"
                                + " --pm2_5 82");
        assertThat(console.exitCode()).isZero();
        assertThat(console.out())
                .contains("standard  HJ633-2026, from 2026-03-01")
                .contains("source    HJ 633-2026, text and Table 1 (approved 2026-02-14) [A]")
                .contains("0.35 mg/m3, rounded to 0.4 mg/m3")
                .contains("150.5 ug/m3, rounded to 150 ug/m3")
                .contains("ceil((150 - 100) * (82 - 60) / (115 - 60)) + 100 = 120")
                .contains("primary   pm2_5");
        assertThat(console.lines().getLast())
                .isEqualTo("AQI 120 三级 轻度污染 · Lightly polluted #FF7E00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:00+08:00,HJ633-2012",
        "2026-02-28T16:00:00Z,HJ633-2012",
        "2026-03-01T01:00+08:00,HJ633-2026",
        "2026-02-28,HJ633-2012",
        "2026-03-01,HJ633-2026"
    })
    void theObservedTimeChoosesTheEdition(String at, String edition) {
        assertThat(explain("--pm10 3 --at " + at).out()).startsWith("standard  " + edition);
    }

    @Test
    void anEditionCanBeNamedForOtherTimes() {
        assertThat(explain("--at 2014-01-01 --pm2_5_24h 75").exitCode()).isEqualTo(2);
        Console console = explain("--at 2014-01-01 --edition HJ633-2012 --pm2_5_24h 75");
        assertThat(console.lines().getLast()).startsWith("AQI 100 二级 良");
    }

    @Test
    void aMissingPollutantWithholdsTheIndexUnlessThePlanDoesNotMonitorIt() {
        String five = "--at 2026-03-02 --so2 3 --no2 12 --co 0.3 --pm10 30 --pm2_5 60";
        assertThat(explain(five).lines().getLast())
                .isEqualTo("AQI none: pollutants are missing and the rest is not above 100 (o3)");
        assertThat(explain(five + " --not-monitored o3").lines().getLast()).startsWith("AQI 100");
        assertThat(explain(five + " --form as-published-by-cnemc").lines().getLast())
                .startsWith("AQI 100");
    }

    @Test
    void whatTheReportDoesNotUseIsSaid() {
        assertThat(explain("--at 2026-03-02 --pm2_5 160 --o3_8h 20").out())
                .contains("o3 8h         not used by this report of HJ633-2026");
        assertThat(explain("--at 2026-01-02 --pm2_5 160").out())
                .contains("160 ug/m3: no breakpoints, shown without an index");
        assertThat(explain("--at 2026-01-02 --so2 900 --so2_24h 1600").out())
                .contains("900 ug/m3 lies beyond 800 ug/m3")
                .contains("AQI 300");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--at yesterday --pm10 3",
                "--at 2026-03-01T01:00 --pm10 3",
                "--at 2026-03-01",
                "--pm10 3",
                "--at 2026-03-01 --pm10 -3",
                "--at 2026-03-01 --pm10 much",
                "--at 2026-03-01 --pm10 1e999999",
                "--at 2026-03-01 --pm10 3 --form weekly",
                "--at 2026-03-01 --pm10 3 --edition HJ633-1996",
                "--at 2026-03-01 --pm10 3 --not-monitored dust",
                "--at 2026-03-01 --form daily --pm10 3 --pm10_24h 4"
            })
    void whatIsNotUnderstoodIsRefusedWithASentence(String options) {
        Console console = explain(options);
        assertThat(console.exitCode()).isEqualTo(2);
        assertThat(console.err()).isNotBlank().doesNotContain("Exception");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void theStandardsAreListedWithValidityAndSource() {
        Console console = Console.run("aqi", "standards");
        assertThat(console.exitCode()).isZero();
        assertThat(console.out())
                .contains("HJ633-2026              from 2026-03-01")
                .contains("GB3095-2026-transition  2026-03-01 to 2030-12-31")
                .contains("source: GB 3095-2026, foreword and Table 1 [A]");
    }

    @Test
    void withoutACommandTheHelpIsPrinted() {
        assertThat(Console.run().exitCode()).isEqualTo(2);
        assertThat(Console.run("aqi").err()).contains("expected one of the commands");
        assertThat(Console.run("--version").out()).startsWith("airshed ");
        assertThat(Console.run("aqi", "compare", "--help").out()).contains("Exit codes:");
    }

    private static Console explain(String options) {
        return Console.run(("aqi explain " + options).split(" "));
    }
}
