package org.airshed.platform.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Days and the period they are. */
class PeriodTest {
    @Test
    void daysThatAreAPeriodAreThatPeriod() {
        for (String text :
                new String[] {
                    "2026", "2026-Q1", "2026-03", "2026-W11", "2026-03-05", "2026-03-05/2026-03-20"
                }) {
            Period period = Period.find(text).orElseThrow();

            assertThat(Period.ofDays(period.first(), period.last())).isEqualTo(period);
        }
    }

    @Test
    void daysThatAreNoneAreASpan() {
        Period months = Period.find("2026-02-01/2026-04-30").orElseThrow();
        Period days = Period.find("2026-03-10/2026-03-16").orElseThrow();

        assertThat(Period.ofDays(months.first(), months.last()).kind()).isEqualTo(Period.Kind.SPAN);
        assertThat(Period.ofDays(days.first(), days.last()).kind()).isEqualTo(Period.Kind.SPAN);
    }
}
