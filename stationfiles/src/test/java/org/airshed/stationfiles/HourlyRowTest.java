package org.airshed.stationfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.airshed.engine.quantity.Thousandths;
import org.junit.jupiter.api.Test;

class HourlyRowTest {

    @Test
    void aFileOfTheNationalNetworkIsDeliveredAsHourlyRowsToo() throws IOException {
        Gathered gathered = new Gathered();
        CnemcFile.read(
                "a.csv",
                CnemcFileTest.stream(CnemcFileTest.HEADER + CnemcFileTest.GOOD + "x\n"),
                gathered.forCnemc());
        assertThat(gathered.rows)
                .containsExactly(
                        new KeptRow(
                                2,
                                "1819A",
                                "红庙街",
                                "安阳市",
                                114.3552,
                                36.1017,
                                1_772_298_000L,
                                List.of(
                                        Thousandths.ABSENT,
                                        25_000,
                                        300,
                                        Thousandths.ABSENT,
                                        38_000,
                                        37_000)));
        assertThat(gathered.rejects).hasSize(1);
    }

    @Test
    void aKeptRowHasSixMeans() {
        assertThatThrownBy(() -> new KeptRow(1, "a", "", "", 0, 0, 0, List.of(1)))
                .hasMessage("expected 6 means, got 1");
        KeptRow row = new KeptRow(1, "a", "", "", 0, 0, 3600, List.of(1, 2, 3, 4, 5, 6));
        assertThat(row.kept()).isEqualTo(row);
        assertThat(row.hourly_thousandths(5)).isEqualTo(6);
        assertThat(row.hourEnd()).isEqualTo("1970-01-01T01:00:00Z");
    }

    /** Keeps whatever a reader hands on. */
    static final class Gathered implements HourlyVisitor {
        final List<KeptRow> rows = new ArrayList<>();
        final List<Reject> rejects = new ArrayList<>();
        final List<String> notes = new ArrayList<>();

        @Override
        public void row(HourlyRow row) {
            rows.add(row.kept());
        }

        @Override
        public void reject(Reject reject) {
            rejects.add(reject);
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    }
}
