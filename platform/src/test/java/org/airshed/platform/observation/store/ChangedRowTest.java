package org.airshed.platform.observation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChangedRowTest {
    private static ChangedRow row(String line) {
        ChangedRow row = new ChangedRow();
        row.read(line.getBytes(StandardCharsets.UTF_8));
        return row;
    }

    @Test
    void isWrittenAsDecision70Says() {
        ChangedRow row = row("110000\t1001A\t492287\t0\t3000\t20000\t\\N\t40000\t60000\t30000\n");

        assertThat(row.jurisdiction().value()).isEqualTo("110000");
        assertThat(row.entry())
                .isEqualTo("1001A|2026-02-27T23:00:00Z|3000|20000||40000|60000|30000");
    }

    @Test
    void aWithdrawnOneSaysSo() {
        assertThat(row("110000\t1001A\t0\t1\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\n").entry())
                .isEqualTo("1001A|1970-01-01T00:00:00Z|||||||withdrawn");
    }

    @Test
    void aCodeOfAnySignsIsTakenAsItIs() {
        assertThat(row("110000\ta\\tb\\\\n\\n万\t0\t0\t1\t2\t3\t4\t5\t6\n").entry())
                .startsWith("a\tb\\n\n万|1970");
    }

    @Test
    void anotherShapeIsNoRow() {
        assertThatThrownBy(() -> row("110000\t1001A\n"))
                .hasMessageContaining("expected 10 columns");
    }
}
